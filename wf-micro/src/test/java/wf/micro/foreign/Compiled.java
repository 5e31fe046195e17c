package wf.micro.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles what a generator has made together with what somebody has written on top of it; complaints of the compiler fail the test. */
final class Compiled {
    private Compiled() { }

    static void java(Path generated, List<Path> programs, Path classes, String libraries) throws IOException {
        List<File> files = new ArrayList<>();
        programs.forEach(program -> files.add(program.toFile()));
        try (Stream<Path> sources = Files.walk(generated)) {
            sources.filter(file -> file.toString().endsWith(".java")).map(Path::toFile).forEach(files::add);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(complaints, manager, null,
                    List.of("-proc:none", "-nowarn", "-encoding", "UTF-8", "-d", classes.toString(), "-cp", libraries), null,
                    manager.getJavaFileObjectsFromFiles(files)).call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
    }

    /** All scripts of the folder, as modules that Node runs; by the compiler that the browser's pages are made with. */
    static void typeScript(Path folder, Path classes) throws IOException, InterruptedException {
        Path modules = Path.of("../wf-web/node_modules").toAbsolutePath().normalize();
        Files.writeString(folder.resolve("tsconfig.json"), """
                {"compilerOptions": {"target": "es2022", "module": "commonjs", "strict": true, "lib": ["es2022", "dom", "dom.iterable"],
                  "types": ["node"], "typeRoots": ["%s"], "outDir": "%s"}, "include": ["**/*.ts"]}
                """.formatted(modules.resolve("@types"), classes));
        ForeignProgram.of("node", modules.resolve("typescript/lib/tsc.js").toString(), "-p", folder.toString()).output("tsc", Map.of());
    }
}
