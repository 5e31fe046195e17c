package wf.setting;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this node is called, the same for as long as it runs. */
public final class NodeName {

    private static final int LONGEST = 100;
    private static final String STANDARD = standard();

    private NodeName() { }

    public static String of(Settings settings) {
        String given = settings.text(Setting.NODE);
        String name = given.isEmpty() ? STANDARD : given;
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static String standard() {
        String process = String.valueOf(ProcessHandle.current().pid());
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + process;
        } catch (UnknownHostException e) {
            return process;
        }
    }
}
