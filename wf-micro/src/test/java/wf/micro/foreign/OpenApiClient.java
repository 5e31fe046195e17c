package wf.micro.foreign;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Clients that openapi-generator makes of the OpenAPI document of the running product, with the settings that docs/api offers. */
final class OpenApiClient {
    private static final Path GENERATOR = Path.of("target/tools/openapi-generator-cli.jar").toAbsolutePath();
    private static final Path FOLDER = Path.of("target/foreign").toAbsolutePath();

    private OpenApiClient() { }

    /** The class path of the programs, compiled together with the client. */
    static String java(URI product, List<Path> programs) throws IOException, InterruptedException {
        Path folder = generated("java", product);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String libraries = System.getProperty("java.class.path");
        Compiled.java(folder.resolve("src/main/java"), programs, classes, libraries);
        return classes + File.pathSeparator + libraries;
    }

    /** The program, compiled beside the client, of which it imports {@code ./index}. */
    static Path typeScript(URI product, Path program) throws IOException, InterruptedException {
        Path folder = generated("typescript", product);
        Files.copy(program, folder.resolve(program.getFileName()));
        Path classes = folder.resolve("classes");
        Compiled.typeScript(folder, classes);
        return classes.resolve(program.getFileName().toString().replace(".ts", ".js"));
    }

    private static Path generated(String language, URI product) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "openapi-" + language + "-");
        ForeignProgram.jar(GENERATOR, "generate", "-c", "docs/api/" + language + "-client.json", "-i", product.resolve("api/v1/openapi.json").toString(),
                "-o", folder.toString()).output("openapi-" + language, Map.of());
        return folder;
    }
}
