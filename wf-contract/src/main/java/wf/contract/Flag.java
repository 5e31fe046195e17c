package wf.contract;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;

/**
 * Makes every truth value optional in XML, absent meaning false: a SOAP request names {@code preview} only when it wants
 * one, as in JSON. It is for the XML binding alone; nothing else loads this class.
 */
public class Flag extends XmlAdapter<Boolean, Boolean> {
    @Override
    public Boolean unmarshal(Boolean value) {
        return value;
    }

    @Override
    public Boolean marshal(Boolean value) {
        return value;
    }
}
