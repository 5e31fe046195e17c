package wf.command;

import java.util.Locale;
import wf.bpmn.BpmnDocument;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;

/** A stored model under another key, and perhaps another name: what an export and a copy have in common. */
final class Rekeying {

    private Rekeying() { }

    /** @param name the new name; null keeps the old one */
    static byte[] of(byte[] source, String key, String newKey, String name, Locale locale) {
        try {
            return BpmnDocument.read(source).renameProcess(key, newKey, name).write();
        } catch (IllegalArgumentException inUse) {
            // The file was accepted with this process in it, so nothing else can be wrong.
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject.KEY_IN_MODEL", newKey));
        }
    }
}
