package wf.bpmn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;

/** A stored model under another key: the process and all that refers to it, in the same file otherwise. */
public final class Rekeyed {

    private Rekeyed() { }

    /** @param name the new name of the process; null keeps the one it has */
    public static byte[] copy(byte[] source, String key, String newKey, String name) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(source));
        ModelElementInstance element = model.getModelElementById(key);
        if (!(element instanceof Process process)) {
            throw new IllegalArgumentException("no process " + key + " in a file that it was read from");
        }
        process.setId(newKey);
        if (name != null) {
            process.setName(name);
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        Bpmn.writeModelToStream(copy, model);
        return copy.toByteArray();
    }
}
