package wf.stream;

/** The way to somebody who listens, as the face has it. */
public interface Line {

    /** There is something to say: takes it from the stream and sends it, as far as that goes without waiting. */
    void pump();

    /** Hangs up. */
    void end();
}
