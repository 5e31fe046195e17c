package wf.spi;

/**
 * A way to tell people something: the product has {@code site}, {@code mail} and webhooks; a customer's is a CDI bean of this
 * type, named in the setting {@code wf.notify.channels} or chosen by people for themselves.
 *
 * <p>A message may come twice, after a crash between sending and noting, and has the same id then. Nothing of the database is held
 * while it is sent.
 */
public interface MessageChannel {

    /** How settings and people call it; at most 20 small letters and digits. */
    String name();

    /**
     * Whether it wants to be told, too, when what it announced is done or gone; as a to-do centre does, and a mail does not.
     */
    boolean retracts();

    /**
     * Sends it, or says why not.
     *
     * @return whether it has gone out; false when the person has no address here
     * @throws ChannelFailed when it has not
     */
    boolean send(ChannelMessage message) throws ChannelFailed;
}
