package wf.contract;

/**
 * I11: one instance gets a model of its own, which no other instance uses.
 */
public class UpdateInstanceXmlRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** The BPMN 2.0 XML file with the process of the instance, at most 5 MB, in any encoding that its XML declaration names. */
    public byte[] source;
}
