package wf.rule.xpath;

import org.jaxen.JaxenException;
import org.jaxen.JaxenHandler;
import org.jaxen.expr.Expr;
import org.jaxen.saxpath.SAXPathException;
import org.jaxen.saxpath.base.XPathReader;

/** From text to an expression that is ready to evaluate; an unknown function is found here and not in a running process. */
final class Compiler extends JaxenHandler {

    /** Long enough for any condition, short enough for any nesting. */
    private static final int MAX_SOURCE = 4_000;

    private Compiler(String text) {
        setXPathFactory(new CountingFactory(text));
    }

    static Expr compile(String text) {
        if (text.length() > MAX_SOURCE) {
            throw new IllegalArgumentException("longer than " + MAX_SOURCE + " characters");
        }
        try {
            Compiler compiler = new Compiler(text);
            XPathReader reader = new XPathReader();
            reader.setXPathHandler(compiler);
            reader.parse(text.strip());
            return compiler.getXPathExpr().getRootExpr();
        } catch (SAXPathException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void startFunction(String prefix, String name) throws JaxenException {
        if (!Functions.knows(prefix, name)) {
            throw new JaxenException("there is no function " + name + "; besides those of XPath 1.0 there are " + Functions.known());
        }
        super.startFunction(prefix, name);
    }
}
