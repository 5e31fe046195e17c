package wf.spi;

/** A message has not gone out; the text says why to an administrator, and holds no secret. */
public class ChannelFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /** @param forGood whether it would be in vain to try it again */
    public ChannelFailed(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    public boolean isForGood() {
        return forGood;
    }
}
