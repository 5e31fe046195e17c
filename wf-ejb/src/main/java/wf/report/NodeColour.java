package wf.report;

import wf.contract.NodeVisit;

/** What has come of a node, as a colour; the border says it too, for those who print without colours. */
enum NodeColour {
    INCIDENT("#fde7e7", "#c62828", "2.5"), ACTIVE("#e3f0ff", "#1565c0", "2.5"), DONE("#e6f4ea", "#2e7d32", "1.5"),
    CANCELLED("#eeeeee", "#757575", "1.5"), UNTOUCHED("#ffffff", "#9e9e9e", "1");

    final String fill;
    final String stroke;
    final String width;

    NodeColour(String fill, String stroke, String width) {
        this.fill = fill;
        this.stroke = stroke;
        this.width = width;
    }

    static NodeColour of(NodeVisit visit) {
        return switch (visit.state) {
            case "INCIDENT" -> INCIDENT;
            case "DONE" -> DONE;
            default -> visit.leftAt == null ? ACTIVE : CANCELLED;
        };
    }

    boolean isOpen() {
        return this == INCIDENT || this == ACTIVE;
    }
}
