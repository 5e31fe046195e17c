package wf.micro.inside;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import wf.micro.RunningProduct;

/** The WAR that ships, with some classes more; with the listener {@link Trial} that is bound as its own listeners are. */
final class ProductArchive {
    private static final Path WAR = Path.of(System.getProperty("wf.home", "target/home"), "wf.war");

    private ProductArchive() { }

    /** The WAR that ships, with some classes more. */
    static WebArchive plain(Class<?>... classes) throws IOException {
        RunningProduct.emptied("wf.inside.data");
        return shipped().addClasses(classes).addAsLibrary(jar(Assertions.class));
    }

    private static WebArchive shipped() {
        return ShrinkWrap.create(ZipImporter.class, "inside.war").importFrom(WAR.toFile()).as(WebArchive.class);
    }

    /** The same with a library more: the one that this class is of. */
    static WebArchive embedded(Class<?> type, Class<?>... classes) throws IOException {
        WebArchive war = plain(classes);
        File jar = jar(type);
        return jar.isDirectory() ? war.addAsLibrary(ShrinkWrap.create(ExplodedImporter.class, "orders.jar").importDirectory(jar).as(JavaArchive.class))
                : war.addAsLibrary(jar);
    }

    /** The same with the listener {@link Trial}, too. */
    static WebArchive with(Class<?>... classes) throws IOException {
        RunningProduct.emptied("wf.inside.data");
        WebArchive war = shipped();
        String ejbs = text(war, "WEB-INF/glassfish-ejb-jar.xml").replace("</enterprise-beans>",
                "<ejb><ejb-name>Trial</ejb-name><mdb-resource-adapter><resource-adapter-mid>wf-rar</resource-adapter-mid>"
                        + "</mdb-resource-adapter></ejb></enterprise-beans>");
        String web = text(war, "WEB-INF/web.xml").replace("</web-app>", "<jms-destination><name>java:app/jms/wf.trial</name>"
                + "<interface-name>jakarta.jms.Queue</interface-name><resource-adapter>wf-rar</resource-adapter>"
                + "<destination-name>wf.trial</destination-name></jms-destination></web-app>");
        war.delete("WEB-INF/glassfish-ejb-jar.xml");
        war.delete("WEB-INF/web.xml");
        return war.addAsWebInfResource(new StringAsset(ejbs), "glassfish-ejb-jar.xml").addAsWebInfResource(new StringAsset(web), "web.xml")
                .addClasses(classes).addAsLibrary(jar(Assertions.class));
    }

    private static String text(WebArchive war, String path) {
        try (InputStream in = war.get(path).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jar(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
