package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How somebody wants to be told what concerns him.
 */
public class MessageWishes implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Over which channels; what is not named here goes as the installation says. */
    public List<ChannelWish> channels = new ArrayList<>();

    /** From when on no mail and no short message comes, such as {@code 22:00}; null for never. */
    public String quietFrom;

    /** Until when, such as {@code 07:00}; earlier than {@code quietFrom} means the next day. */
    public String quietTo;

    /** In which time zone, such as {@code Asia/Shanghai}; null for that of the installation. */
    public String zone;

    /** Whether mails come together; null for one by one. What is urgent comes at once in any case. */
    public DigestMode digest;

    /** At what time the daily mail comes; null for 08:00. */
    public String digestAt;
}
