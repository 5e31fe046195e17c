package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Over which channels somebody wants to be told something.
 */
public class ChannelWish implements Serializable {
    private static final long serialVersionUID = 1L;

    /** About what; null for all kinds that no other of his wishes names. */
    public MessageKind kind;

    /** The channels; without any he is not told at all. */
    public List<String> channels = new ArrayList<>();
}
