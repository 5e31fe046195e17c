package wf.contract;

/**
 * F27: stores a script as the next version under its name.
 */
public class DeployScriptRequest extends DefinitionRequest {
    private static final long serialVersionUID = 1L;

    /** Name: a letter, then letters, digits, dots, dashes and underscores, at most 100 characters. */
    public String name;

    /** The script in JEXL, at most 20000 characters. */
    public String source;
}
