package wf.sample;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import wf.access.Caller;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.service.DefinitionService;

/**
 * The sample processes, deployed and released by the same calls that everybody uses.
 */
@Singleton
public class SampleProcesses {
    /** In the order of their ids. */
    static final List<String> KEYS = List.of("leave", "expense", "contract");

    private final DefinitionService definitions;

    @Inject
    public SampleProcesses(DefinitionService definitions) {
        this.definitions = definitions;
    }

    /** Deploys and releases them, if the tenant has no definition. */
    void load(Caller administrator) {
        if (definitions.listDefinitions(administrator, false, null).definitions.isEmpty()) {
            KEYS.forEach(key -> load(administrator, source(key)));
        }
    }

    private void load(Caller administrator, byte[] source) {
        DeployRequest request = new DeployRequest();
        request.source = source;
        for (DefinitionInfo deployed : definitions.deploy(administrator, request).definitions) {
            definitions.release(administrator, deployed.id, new DefinitionRequest());
        }
    }

    /** The BPMN file of a sample process. */
    static byte[] source(String key) {
        try (InputStream in = SampleProcesses.class.getResourceAsStream(key + ".bpmn")) {
            if (in == null) {
                throw new IllegalStateException("The product was packed without the sample process " + key);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
