package wf.micro.fuzz;

import java.util.List;

/**
 * One operation on one face, as its document describes it.
 *
 * @param path below the product, with {@code {name}} where an argument stands
 * @param body null where none is sent
 * @param isRaw whether a file may be sent as it is, too
 */
record Door(String face, String operation, String method, String path, List<Argument> arguments, Shape body, boolean isRaw) {
    static final String REST = "REST";
    static final String SOAP = "SOAP";

    /** @param place path, query or header */
    record Argument(String name, String place, Shape shape, boolean isRequired) { }

    boolean isSoap() {
        return face.equals(SOAP);
    }

    @Override
    public String toString() {
        return face + " " + operation;
    }
}
