package wf.message;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.notice.NoticeQueue;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Alarm;
import wf.store.NoticeRow;
import wf.store.Transactions;

/** The queue {@code wf.notify}: each message names one that is due, by tenant and id. */
@Singleton
public class JmsNoticeQueue implements NoticeQueue {

    private static final Logger LOG = Logger.getLogger(JmsNoticeQueue.class.getName());
    static final String TENANT = "wfTenant";
    static final String NOTICE = "wfNotice";

    @Resource(name = "jms/wf", lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory factory;
    private final Transactions transactions;
    private final Alarm alarm;
    private final boolean on;

    @Inject
    public JmsNoticeQueue(Transactions transactions, Alarm alarm, Settings settings) {
        this.alarm = alarm;
        this.transactions = transactions;
        this.on = settings.on(Setting.EVENTS);
    }

    @Override
    public void put(List<NoticeRow> due) {
        if (!on) {
            ring();
            return;
        }
        try {
            transactions.required(() -> {
                send(due);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "this node sends what is due", e);
            ring();
        }
    }

    /** Without a broker this node does it. */
    private void ring() {
        transactions.required(() -> {
            alarm.set(Instant.EPOCH);
            return null;
        });
    }

    private void send(List<NoticeRow> due) {
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(Destinations.queue(session, Destinations.NOTICES))) {
            for (NoticeRow row : due) {
                Message message = session.createMessage();
                message.setStringProperty(TENANT, row.tenant);
                message.setLongProperty(NOTICE, row.id);
                producer.send(message);
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
