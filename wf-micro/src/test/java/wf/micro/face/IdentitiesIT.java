package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.FormMode;
import wf.contract.IdentityHolders;
import wf.contract.IdentityInfo;
import wf.contract.IdentityList;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.PutIdentityRequest;
import wf.contract.TransferRequest;
import wf.micro.Product;
import wf.micro.RunningProduct;

/** §1.2: a tenant has an identity of its own, over every face. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentitiesIT {
    private static final String CODE = "AUDITOR";
    private Product product;

    @BeforeAll
    void prepare(Product running) {
        product = running;
    }

    @AfterAll
    void asItWas() {
        if (codes(product.rest()).contains(CODE)) {
            reset(product.rest());
        }
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void whoeverIsGivenItSeesTheWorkAndMayWhatItGrants(Face face) {
        Ground ground = new Ground(face);
        assertThat(put(face, ground, true).identities).extracting(i -> i.code).containsExactly(CODE);
        assertThat(codes(face)).doesNotContain(CODE);
        put(face, ground, false);
        IdentityInfo read = face.call("admin", IdentityInfo.class, "getIdentity", "identityCode", CODE);
        assertThat(read.operations).containsExactly("transfer");
        assertThat(read.mode).isEqualTo(FormMode.READ);
        assertThat(read.holders).extracting(h -> h.definitionKey + " " + h.people).containsExactly(ground.key + " user:qian");

        OpenReply open = face.call("qian", OpenReply.class, "openWorkItem", "workItemId", ground.review);
        assertThat(open.identities).containsExactly(CODE);
        assertThat(open.operations).extracting(o -> o.name + " " + o.allowed).containsExactly("transfer true");
        TransferRequest transfer = new TransferRequest();
        transfer.user = "wang";
        assertThat(face.call("qian", OperationReply.class, "transfer", "workItemId", ground.review, "request", transfer).itemsCreated).hasSize(1);

        reset(face);
        assertThat(codes(face)).doesNotContain(CODE).startsWith("MAIN");
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("qian", OpenReply.class, "openInstance", "instanceId", ground.usedInstance)).code())
                .isEqualTo("NOT_FOUND");
    }

    private static DefinitionReply put(Face face, Ground ground, boolean preview) {
        PutIdentityRequest request = new PutIdentityRequest();
        request.nameZh = "审计";
        request.nameEn = "Auditor";
        request.priority = 333;
        request.operations = List.of("transfer");
        IdentityHolders holders = new IdentityHolders();
        holders.definitionKey = ground.key;
        holders.people = "qian";
        request.holders = List.of(holders);
        request.preview = preview;
        return face.call("admin", DefinitionReply.class, "putIdentity", "identityCode", CODE, "request", request);
    }

    private static void reset(Face face) {
        face.call("admin", DefinitionReply.class, "resetIdentity", "identityCode", CODE, "request", new DefinitionRequest());
    }

    private static List<String> codes(Face face) {
        return face.call("admin", IdentityList.class, "listIdentities").identities.stream().map(i -> i.code).toList();
    }
}
