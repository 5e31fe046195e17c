package wf.micro.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.micro.RunningProduct;
import wf.micro.foreign.ApiPage.Example;

/** What docs/api tells people to type does what it says: over REST and SOAP with curl, and in Java with the generated client. */
@Tag("smoke")
@Tag("foreign")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiPagesIT {
    private static final String PROGRAM = """
            import com.example.wf.*;
            import com.example.wf.api.*;
            import com.example.wf.model.*;
            import java.nio.file.Files;
            import java.nio.file.Path;

            public class %s {
                public static void main(String[] arguments) throws Exception {
            %s
                }
            }
            """;

    private Map<String, String> environment;
    private String classes;

    static List<ApiPage> pages() throws IOException {
        return ApiPage.all();
    }

    @BeforeAll
    void compileWhatIsJava(URI product) throws Exception {
        environment = Map.of("WF_URL", product.toString().replaceAll("/$", ""));
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/foreign")), "pages-");
        List<Path> programs = new ArrayList<>(List.of(Files.writeString(folder.resolve("Wf.java"), ApiPage.client())));
        for (ApiPage page : pages()) {
            programs.add(Files.writeString(folder.resolve(page.program() + ".java"), PROGRAM.formatted(page.program(), page.java().lines())));
        }
        classes = OpenApiClient.java(product, programs);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachExampleDoesWhatThePageSays(ApiPage page) throws Exception {
        List<Example> examples = page.examples();
        assertThat(examples).extracting(Example::language).containsExactly("sh", "sh", "java");
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            ForeignProgram program = example.language().equals("sh") ? ForeignProgram.shell(example.lines()) : ForeignProgram.java(classes, page.program());
            assertThat(program.output(page.name() + "-" + i, environment)).contains(example.outcome()).doesNotContain("Fault>");
        }
    }
}
