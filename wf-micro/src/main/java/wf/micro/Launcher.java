package wf.micro;

import java.nio.file.Path;

/** Command one: starts the product, says where it is, and stops it in order at Ctrl-C. */
public final class Launcher {
    private static volatile boolean stopping;

    private Launcher() { }

    public static void main(String[] args) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true));
        try {
            MicroServer server = MicroServer.start(System.getenv(), Integer.getInteger("wf.port", 8080),
                    Path.of(System.getProperty("wf.data", "data")), System.out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (server.isRunning()) {
                    System.out.println("Stopping.");
                }
            }));
            System.out.println("Workflow is ready: " + server.url() + "  (" + samplePeople() + "Ctrl-C stops it)");
            int code = server.waitFor();
            exitUnlessStopping("The server ended by itself (exit code " + code + "). See " + server.log());
        } catch (StartFailure e) {
            exitUnlessStopping(e.getMessage());
        }
    }

    /** Whoever tries the product for the first time does not know as whom. */
    private static String samplePeople() {
        return Boolean.getBoolean("wf.sample") ? "people: zhao, li, wang, sun, admin; password: wf-demo-1; " : "";
    }

    /** Ctrl-C ends the server too; that is no failure, and the JVM is on its way out already. */
    private static void exitUnlessStopping(String message) throws InterruptedException {
        Thread.sleep(200);
        if (!stopping) {
            System.err.println(message);
            System.exit(1);
        }
    }
}
