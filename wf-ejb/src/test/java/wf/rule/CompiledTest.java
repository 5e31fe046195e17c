package wf.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CompiledTest {

    private final AtomicInteger compilations = new AtomicInteger();
    private final Compiled<String> compiled = new Compiled<>(text -> {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing there");
        }
        compilations.incrementAndGet();
        return text;
    });

    @Test
    void aTextIsCompiledOnce() {
        assertThat(compiled.get("days > 3")).isSameAs(compiled.get("days > 3"));
        assertThat(compilations).hasValue(1);
    }

    @Test
    void whatIsStillAskedForStaysWhateverElseComes() {
        for (int i = 0; i < 20_000; i++) {
            compiled.get("days > 3");
            compiled.get("days > " + i * 10);
        }
        assertThat(compilations).hasValueLessThan(20_010);
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThatThrownBy(() -> compiled.get("")).hasMessage("nothing there");
        assertThatThrownBy(() -> compiled.get("")).hasMessage("nothing there");
    }

    @Test
    void longTextsDoNotFillTheMemory() {
        for (int i = 0; i < 300; i++) {
            compiled.get("x".repeat(20_000) + i);
        }
        compiled.get("x".repeat(20_000) + 0);
        assertThat(compilations).hasValue(301);
    }
}
