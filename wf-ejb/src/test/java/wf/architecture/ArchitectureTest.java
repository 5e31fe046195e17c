package wf.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture, held by a test: only downward, and each library behind one package. */
class ArchitectureTest {

    private static final String[] CORE = {"wf.value..", "wf.calendar..", "wf.definition..", "wf.instance..", "wf.rule..", "wf.bpmn..",
        "wf.runtime..", "wf.node..", "wf.operation.."};
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("wf");

    @Test
    void theCoreKnowsJavaAndItselfOnly() {
        noClasses().that().resideInAnyPackage(CORE).should().dependOnClassesThat()
                .resideOutsideOfPackages("java..", "javax.xml..", "org.xml.sax..", "wf.contract..", "wf.value..", "wf.calendar..", "wf.definition..",
                        "wf.instance..", "wf.rule..", "wf.bpmn..", "wf.runtime..", "wf.node..", "wf.operation..",
                        "org.operaton.bpm.model..", "org.apache.commons.jexl3..", "org.jaxen..", "com.cronutils..",
                        "io.vavr..", "com.fasterxml.jackson..")
                .check(PRODUCT);
    }

    @Test
    void eachLibraryOfTheCoreStandsBehindOnePackage() {
        noClasses().that().resideInAnyPackage(CORE).and().resideOutsideOfPackage("wf.bpmn..")
                .should().dependOnClassesThat().resideInAnyPackage("org.operaton..", "javax.xml..", "org.xml.sax..").check(PRODUCT);
        noClasses().that().resideOutsideOfPackage("wf.rule.jexl..")
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.commons.jexl3..").check(PRODUCT);
        noClasses().that().resideOutsideOfPackage("wf.rule.xpath..")
                .should().dependOnClassesThat().resideInAnyPackage("org.jaxen..").check(PRODUCT);
        noClasses().that().resideOutsideOfPackage("wf.rule.schedule..")
                .should().dependOnClassesThat().resideInAnyPackage("com.cronutils..").check(PRODUCT);
        noClasses().that().resideOutsideOfPackage("wf.instance..")
                .should().dependOnClassesThat().resideInAnyPackage("io.vavr..").check(PRODUCT);
        noClasses().that().resideInAnyPackage(CORE).and().resideOutsideOfPackage("wf.value..")
                .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml.jackson..").check(PRODUCT);
    }

    @Test
    void theLibraryOfDirectoriesStandsBehindOnePackage() {
        noClasses().that().resideOutsideOfPackage("wf.org.ldap..").should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.directory..", "org.apache.mina..", "org.apache.commons.pool2..").check(PRODUCT);
    }

    @Test
    void theLibrariesOfSignaturesAndCiphersStandBehindOnePackageEach() {
        noClasses().that().resideOutsideOfPackage("wf.access.filter..").should().dependOnClassesThat().resideInAnyPackage("com.nimbusds..").check(PRODUCT);
        noClasses().that().resideOutsideOfPackage("wf.store..").should().dependOnClassesThat().resideInAnyPackage("org.bouncycastle..").check(PRODUCT);
    }

    @Test
    void theCoreIsLayered() {
        mayNotKnow("wf.value..", "wf.definition..", "wf.instance..", "wf.rule..", "wf.bpmn..", "wf.runtime..", "wf.node..", "wf.operation..");
        mayNotKnow("wf.calendar..", "wf.contract..", "wf.value..", "wf.definition..", "wf.instance..", "wf.rule..", "wf.bpmn..", "wf.runtime..", "wf.node..", "wf.operation..");
        mayNotKnow("wf.definition..", "wf.instance..", "wf.bpmn..", "wf.runtime..", "wf.node..", "wf.operation..");
        mayNotKnow("wf.rule..", "wf.definition..", "wf.instance..", "wf.bpmn..", "wf.runtime..", "wf.node..", "wf.operation..");
        mayNotKnow("wf.instance..", "wf.bpmn..", "wf.runtime..", "wf.node..", "wf.operation..");
        mayNotKnow("wf.bpmn..", "wf.instance..", "wf.runtime..", "wf.node..", "wf.operation..");
        mayNotKnow("wf.runtime..", "wf.node..", "wf.operation..", "wf.bpmn..");
        mayNotKnow("wf.node..", "wf.operation..", "wf.bpmn..");
        mayNotKnow("wf.operation..", "wf.node..", "wf.bpmn..");
    }

    private static void mayNotKnow(String one, String... others) {
        noClasses().that().resideInAPackage(one).should().dependOnClassesThat().resideInAnyPackage(others).check(PRODUCT);
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching("wf.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void onlyEventsChangeAnInstance() {
        methods().that().areDeclaredIn("wf.instance.ProcessInstance").and().haveRawReturnType(void.class)
                .and().doNotHaveName("nextVersion").should().bePackagePrivate().check(PRODUCT);
    }

    @Test
    void theCoreAsksNoClock() {
        noClasses().that().resideInAnyPackage(CORE).and().resideOutsideOfPackage("wf.rule.jexl..")
                .should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
                .orShould().callMethod(java.time.Instant.class, "now").orShould().callMethod(java.util.UUID.class, "randomUUID")
                .check(PRODUCT);
    }

    @Test
    void noNameHidesWhatAClassIsFor() {
        classes().should().haveSimpleNameNotEndingWith("Manager").andShould().haveSimpleNameNotEndingWith("Util")
                .andShould().haveSimpleNameNotEndingWith("Utils").andShould().haveSimpleNameNotEndingWith("Impl")
                .andShould().haveSimpleNameNotEndingWith("Helper").andShould().haveSimpleNameNotEndingWith("Data").check(PRODUCT);
    }
}
