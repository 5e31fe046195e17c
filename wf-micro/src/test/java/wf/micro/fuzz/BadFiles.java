package wf.micro.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import wf.scenario.Model;

/** Files that are no BPMN, or none that anybody should believe, and bits of XML that make parsers do what they should not. */
final class BadFiles {
    static final String LAUGHS = "<!DOCTYPE l [<!ENTITY a \"ha\">" + laughs() + "]>";
    static final List<String> DOCTYPES = List.of(LAUGHS, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:1/e\">]>",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p.dtd\"> %p;]>", "<!DOCTYPE x SYSTEM \"file:///dev/random\">", "<!DOCTYPE x PUBLIC \"-//X\" \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY e \"" + "y".repeat(100_000) + "\">]>", "<!DOCTYPE x>", "<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?>");

    private BadFiles() { }

    private static String laughs() {
        StringBuilder entities = new StringBuilder();
        for (char c = 'b'; c <= 'k'; c++) {
            entities.append("<!ENTITY ").append(c).append(" \"").append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
        }
        return entities.toString();
    }

    static byte[] draw(Random random) {
        String good = Model.process("filed").step("draft", Model.byStarter()).end();
        return switch (random.nextInt(14)) {
            case 0 -> bytes(good.replace("?>", "?>" + DOCTYPES.get(random.nextInt(DOCTYPES.size()))).replace("<startEvent", "&e;&k;<startEvent"));
            case 1 -> Arrays.copyOf(bytes(good), random.nextInt(good.length()));
            case 2 -> good.getBytes(StandardCharsets.UTF_16);
            case 3 -> bytes(good.replace("UTF-8", "UTF-99"));
            case 4 -> bytes("\ufeff" + good);
            case 5 -> bytes("<a>".repeat(100_000));
            case 6 -> bytes(good.replace("<startEvent", "<startEvent " + manyAttributes()));
            case 7 -> bytes(good.replace("\"draft\"", "\"" + Nasty.text(random).replaceAll("[<&\"]", "") + "\""));
            case 8 -> bytes(good.replace("<startEvent", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/><startEvent"));
            case 9 -> bytes(good.replace("<startEvent", "<import importType=\"http://www.w3.org/2001/XMLSchema\" location=\"http://127.0.0.1:1/x.xsd\" namespace=\"x\"/><startEvent"));
            case 10 -> new byte[] {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe};
            case 11 -> new byte[0];
            case 12 -> bytes(good.replace("</process>", "</process>".repeat(2)));
            default -> bytes(good);
        };
    }

    static String manyAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            attributes.append(" a").append(i).append("=\"1\"");
        }
        return attributes.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
