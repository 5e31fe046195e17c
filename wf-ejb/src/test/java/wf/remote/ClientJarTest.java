package wf.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.client.CallContext;
import wf.client.WfException;
import wf.contract.ErrorCode;
import wf.contract.Flag;
import wf.contract.Problem;
import wf.face.Json;

/** What a client of Java 8 needs of the jar that it compiles against: class files it can read, and types that travel. */
class ClientJarTest {
    /** The major version of Java 8. */
    private static final int JAVA_8 = 52;
    private static final JavaClasses JAR = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("wf.contract", "wf.client");

    /** Requests, replies and what they are made of. */
    static Stream<Class<?>> beans() {
        return JAR.stream().<Class<?>>map(JavaClass::reflect)
                .filter(c -> !c.isInterface() && !c.isEnum() && c != Flag.class && !Throwable.class.isAssignableFrom(c));
    }

    @Test
    void aClientOfJava8ReadsEveryClassFile() throws IOException {
        assertThat(JAR.size()).isGreaterThan(250);
        for (JavaClass type : JAR) {
            try (DataInputStream in = new DataInputStream(ClientJarTest.class.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class"))) {
                in.readInt();
                in.readUnsignedShort();
                assertThat(in.readUnsignedShort()).as(type.getName()).isEqualTo(JAVA_8);
            }
        }
    }

    @Test
    void theInterfacesKnowNothingButTheContractAndJava() {
        for (JavaClass type : JAR.that(JavaClass.Predicates.resideInAPackage("wf.client"))) {
            if (!type.getSimpleName().equals("package-info")) {
                assertThat(type.getDirectDependenciesFromSelf()).allSatisfy(d -> assertThat(d.getTargetClass().getBaseComponentType().getPackageName())
                        .as(d.getDescription()).matches("|java\\..*|wf\\.client|wf\\.contract"));
            }
        }
    }

    /** The number stays 1 while fields are only added, so that an older client goes on reading; whoever takes one away or changes its type counts it up. */
    @ParameterizedTest
    @MethodSource("beans")
    void aBeanSaysItsVersion(Class<?> bean) throws ReflectiveOperationException {
        assertThat(Serializable.class).isAssignableFrom(bean);
        Field version = bean.getDeclaredField("serialVersionUID");
        assertThat(Modifier.toString(version.getModifiers())).isEqualTo("private static final");
        assertThat(ObjectStreamClass.lookup(bean).getSerialVersionUID()).isEqualTo(1L);
    }

    @ParameterizedTest
    @MethodSource("beans")
    void aBeanArrivesAsItWasSent(Class<?> bean) throws Exception {
        Object sent = filled(bean, new HashSet<>());
        Object arrived = arrived(sent);
        assertThat(arrived).isNotSameAs(sent).isExactlyInstanceOf(bean);
        assertThat(Json.MAPPER.writeValueAsString(arrived)).isEqualTo(Json.MAPPER.writeValueAsString(sent));
    }

    @Test
    void aRefusalArrivesWithAllThatItTells() throws Exception {
        Problem problem = (Problem) filled(Problem.class, new HashSet<>());
        problem.code = ErrorCode.STALE_VERSION;
        WfException arrived = (WfException) arrived(new WfException(problem));
        assertThat(arrived.getCode()).isEqualTo(ErrorCode.STALE_VERSION);
        assertThat(arrived.isRetryable()).isTrue();
        assertThat(arrived.getInstanceId()).isEqualTo(problem.instanceId);
        assertThat(arrived).hasMessage("STALE_VERSION: message").hasNoCause();
    }

    @Test
    void aContextNeverShowsItsSecret() {
        assertThat(CallContext.ofPerson("li", "top secret")).hasToString("li");
        assertThat(CallContext.ofService("wfk.default.1.top-secret", "li")).hasToString("a program for li");
    }

    private static Object arrived(Object sent) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    /** A bean with something in each field, down to where it would contain itself. */
    private static Object filled(Class<?> type, Set<Class<?>> around) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getConstructor();
        Object bean = constructor.newInstance();
        Set<Class<?>> inside = new HashSet<>(around);
        inside.add(type);
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.set(bean, value(field.getGenericType(), field.getName(), inside));
            }
        }
        return bean;
    }

    private static Object value(Type type, String name, Set<Class<?>> around) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            List<Object> values = new ArrayList<>();
            Object value = value(list.getActualTypeArguments()[0], name, around);
            if (value != null) {
                values.add(value);
            }
            return values;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return name;
        } else if (plain == long.class || plain == Long.class) {
            return 7L;
        } else if (plain == int.class || plain == Integer.class) {
            return 7;
        } else if (plain == double.class || plain == Double.class) {
            return 7.5;
        } else if (plain == boolean.class || plain == Boolean.class) {
            return true;
        } else if (plain == Date.class) {
            return new Date(7);
        } else if (plain == byte[].class) {
            return new byte[] {7};
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return around.contains(plain) ? null : filled(plain, around);
    }
}
