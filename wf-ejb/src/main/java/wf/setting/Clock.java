package wf.setting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one clock of the product, so that a test can let days pass. */
public class Clock {

    @Inject
    private SharedClock shared;

    @Produces
    @Singleton
    public InstantSource clock() {
        return shared::instant;
    }
}
