package wf.micro.foreign;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.wsdlto.WSDLToJava;

/**
 * Java classes that CXF makes of the WSDLs of the running product, compiled together with a program that uses them. Each
 * port gets a package of its own: all have the same namespace, and one ObjectFactory would replace the other.
 */
final class WsdlClient {
    private static final Path FOLDER = Path.of("target/foreign").toAbsolutePath();
    private static final Map<String, String> PACKAGES =
            Map.of("DefinitionPort", "definition", "InstancePort", "instance", "WorkItemPort", "work");

    private WsdlClient() { }

    /** The class path of the program, compiled anew in a folder of its own, where nothing of an earlier WSDL lies. */
    static String compiled(URI product, Path program) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "java-");
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (Map.Entry<String, String> port : PACKAGES.entrySet()) {
            new WSDLToJava(new String[] {"-quiet", "-encoding", "UTF-8", "-d", sources.toString(), "-p", "foreign." + port.getValue(),
                    product.resolve("services/" + port.getKey()) + "?wsdl"}).run(new ToolContext());
        }
        String libraries = System.getProperty("java.class.path");
        Compiled.java(sources, List.of(program), classes, libraries);
        return classes + File.pathSeparator + libraries;
    }
}
