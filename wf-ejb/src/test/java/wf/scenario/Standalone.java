package wf.scenario;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import wf.access.Separation;
import wf.access.ServiceAccounts;
import wf.access.Sessions;
import wf.access.StillIn;
import wf.call.BeanFailures;
import wf.call.BusinessDataHandlers;
import wf.call.Http;
import wf.call.Outcome;
import wf.call.ProcessBeans;
import wf.call.RemoteCalls;
import wf.command.Absences;
import wf.command.Accepting;
import wf.command.AccessWrites;
import wf.command.AdminNotes;
import wf.command.AppointmentCheck;
import wf.command.AttachmentViews;
import wf.command.Attachments;
import wf.command.Attempts;
import wf.command.Audience;
import wf.command.Categories;
import wf.command.CategoryCommands;
import wf.command.Charters;
import wf.command.Circulation;
import wf.command.CommandBus;
import wf.command.DefinitionCommands;
import wf.command.DefinitionReading;
import wf.command.DefinitionViews;
import wf.command.DefinitionWrites;
import wf.command.DueTimes;
import wf.command.Erasing;
import wf.command.EventStarts;
import wf.command.Forms;
import wf.command.GrantCommands;
import wf.command.Idempotency;
import wf.command.IdentityCommands;
import wf.command.InstanceMigrations;
import wf.command.InstanceXml;
import wf.command.Items;
import wf.command.JobViews;
import wf.command.Kernel;
import wf.command.Locations;
import wf.command.Migrations;
import wf.command.Opening;
import wf.command.PermissionCheck;
import wf.command.Permissions;
import wf.command.Purging;
import wf.command.Reading;
import wf.command.Recorder;
import wf.command.Refusals;
import wf.command.Repetition;
import wf.command.Replies;
import wf.command.RoleCommands;
import wf.command.RoleGuard;
import wf.command.Routing;
import wf.command.ScheduleCommands;
import wf.command.Selecting;
import wf.command.ServiceAccountCommands;
import wf.command.ServiceGuard;
import wf.command.SessionCommands;
import wf.command.Situations;
import wf.command.Starting;
import wf.command.StoredScripts;
import wf.command.Times;
import wf.command.Unarchiving;
import wf.command.Urging;
import wf.command.Views;
import wf.command.Visits;
import wf.inbox.Box;
import wf.inbox.Letters;
import wf.inbox.OwnWords;
import wf.inbox.TemplateCommands;
import wf.inbox.WishCommands;
import wf.job.Acts;
import wf.job.Archiving;
import wf.job.Children;
import wf.job.Crew;
import wf.job.Delivery;
import wf.job.Forgetting;
import wf.job.JobOrders;
import wf.job.OldNotices;
import wf.job.OrgLoads;
import wf.job.Retelling;
import wf.job.Rhythm;
import wf.job.Rounds;
import wf.job.ScheduledStarts;
import wf.job.Sending;
import wf.job.Settling;
import wf.job.Shifts;
import wf.job.Signals;
import wf.job.Submissions;
import wf.job.TimerStarts;
import wf.job.Worker;
import wf.meter.Meters;
import wf.monitor.EngineServices;
import wf.monitor.Monitoring;
import wf.org.Deputies;
import wf.org.Forwardings;
import wf.org.OrgStore;
import wf.org.Organisation;
import wf.org.RoleStore;
import wf.org.ldap.LdapDirectory;
import wf.org.source.Loading;
import wf.org.source.Merge;
import wf.org.source.OrgSources;
import wf.notice.Channels;
import wf.notice.Deliveries;
import wf.notice.Forgotten;
import wf.notice.People;
import wf.notice.Planner;
import wf.notice.Templates;
import wf.query.AdminActPages;
import wf.query.HistoryReader;
import wf.query.Incidents;
import wf.query.InstanceLists;
import wf.query.Instances;
import wf.query.Jobs;
import wf.query.MessageTitles;
import wf.query.OpenWork;
import wf.query.OrgPicker;
import wf.query.OverdueNodes;
import wf.query.SnapshotReader;
import wf.query.Urgeable;
import wf.query.VanishedHandlers;
import wf.query.WorkLists;
import wf.relay.EventTopic;
import wf.relay.Published;
import wf.relay.Relay;
import wf.relay.TopicAway;
import wf.report.Diagrams;
import wf.report.ProcessInfos;
import wf.report.Sheets;
import wf.runtime.Directories;
import wf.setting.Settings;
import wf.spi.BpmnError;
import wf.spi.BusinessDataHandler;
import wf.spi.MessageChannel;
import wf.spi.ProcessBean;
import wf.spi.ProcessBeanAnswer;
import wf.spi.ProcessBeanCall;
import wf.standing.CalendarCommands;
import wf.standing.DeputyCommands;
import wf.standing.HandoverCommands;
import wf.standing.HandoverViews;
import wf.standing.ManyItems;
import wf.standing.OwnWrites;
import wf.standing.Replacements;
import wf.standing.WorkTimes;
import wf.store.AdminActs;
import wf.store.Alarm;
import wf.store.Archive;
import wf.store.AttachmentStore;
import wf.store.CalendarStore;
import wf.store.CategoryStore;
import wf.store.Counting;
import wf.store.DefinitionStore;
import wf.store.Endings;
import wf.store.HandedRights;
import wf.store.HandoverStore;
import wf.store.IdentityStore;
import wf.store.Ids;
import wf.store.InstanceCache;
import wf.store.InstanceStore;
import wf.store.ItemPlaces;
import wf.store.JobStore;
import wf.store.Journal;
import wf.store.MasterSeal;
import wf.store.MessageStore;
import wf.store.NoticeStore;
import wf.store.OperationIds;
import wf.store.OperationLog;
import wf.store.Outbox;
import wf.store.Purge;
import wf.store.ReadItemStore;
import wf.store.ReaderStore;
import wf.store.ScheduleStore;
import wf.store.ScriptStore;
import wf.store.Sealing;
import wf.store.ServiceStore;
import wf.store.Snapshots;
import wf.store.TicketStore;
import wf.store.TrailStore;
import wf.store.Transactions;
import wf.store.Turns;
import wf.store.UrgeStore;
import wf.store.WorkItemStore;
import wf.stream.Hearing;
import wf.stream.ListNews;
import wf.stream.ListNewsStore;
import wf.stream.ListStreams;
import wf.stream.OtherNodes;

/**
 * The shell without a container: the same beans put together by hand over a data source, with transactions bound to the
 * thread. Tests of the store and the benchmark run on it.
 */
public final class Standalone implements AutoCloseable {

    /** Names that a program may have in its scope, as far as tests ask. */
    private static final Set<String> OPERATIONS = wf.face.Catalogue.GROUPS.stream().flatMap(g -> java.util.Arrays.stream(g.getDeclaredMethods()))
            .map(java.lang.reflect.Method::getName).collect(java.util.stream.Collectors.toSet());

    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final ThreadLocal<Endings> endings = new ThreadLocal<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    public final Kernel kernel = new Kernel();
    public final InstanceCache cache = new InstanceCache();
    public final Transactions transactions = new ThreadTransactions();
    private final BeanFailures failures = new BeanFailures();
    public final Attempts attempts = new Attempts(transactions, failures);
    /** Beans that models may call, by name. */
    public final Map<String, ProcessBean> beans = new ConcurrentHashMap<>();
    /** Beans that keep business data in step. */
    public final List<BusinessDataHandler> handlers = new CopyOnWriteArrayList<>();
    public final InstanceStore instances;
    public final Journal journal;
    public final CommandBus bus;
    public final Situations situations;
    public final DefinitionCommands definitions;
    public final Alarm alarm;
    public final Meters meters = new Meters();
    public final JobStore jobs;
    public final Worker worker;
    public final Settling settling;
    public final Accepting accepting;
    public final Shifts shifts;
    public final EngineServices services;
    public final Monitoring monitoring;
    public final Sending sending;
    public final JobOrders jobOrders;
    public final Jobs jobPages;
    public final DefinitionReading definitionReading;
    public final InstanceMigrations migrations;
    public final StoredScripts scripts;
    public final IdentityCommands identities;
    public final OrgStore orgStore;
    public final RoleStore roleStore;
    public final RoleCommands roles;
    public final GrantCommands grants;
    public final AdminActPages adminActs;
    public final SessionCommands sessions;
    public final ServiceAccountCommands serviceAccounts;
    public final PermissionCheck permissions;
    public final Categories categories;
    public final CategoryCommands categoryCommands;
    public final EntityManager em;
    public final Items items;
    public final Circulation circulation;
    public final Routing routing;
    public final Selecting selecting;
    public final Urging urging;
    public final DeputyCommands deputyCommands;
    public final CalendarCommands calendars;
    public final WorkTimes workTimes;
    public final ScheduleCommands schedules;
    public final DueTimes dueTimes;
    public final OverdueNodes overdueNodes;
    public final Replacements replacements;
    public final HandoverCommands handovers;
    public final VanishedHandlers vanished;
    public final Urgeable urgeable;
    public final OrgPicker picker;
    public final MessageTitles titles;
    public final Reading reading;
    public final Attachments attachments;
    public final WorkLists lists;
    public final Instances found;
    public final InstanceLists instanceLists;
    public final Incidents incidents;
    public final HistoryReader history;
    public final InstanceXml instanceXml;
    public final Snapshots snapshots;
    public final SnapshotReader snapshotReader;
    public final ProcessInfos processInfos;
    public final Archive archive;
    public final Archiving archiving;
    public final Forgetting forgetting;
    public final Counting counting;
    public final Unarchiving unarchiving;
    public final Erasing erasing;
    public final Organisation organisation;
    public final LdapDirectory directory;
    public final OrgSources sources;
    public final OrgLoads orgLoads;
    public final Outbox outbox;
    public final Relay relay;
    public final ListStreams listStreams;
    public final ListNews listNews;
    public final NoticeStore notices;
    public final Deliveries deliveries;
    public final Box box;
    public final WishCommands wishes;
    public final TemplateCommands templateCommands;
    public final Letters letters;
    public final OwnWords ownWords;
    /** What was published, or why nothing is taken. */
    public final Topic topic = new Topic();
    /** Channels of this test, by name. */
    public final List<MessageChannel> channels = new CopyOnWriteArrayList<>();

    public Standalone(DataSource source, Directories directories) {
        this(source, directories, InstantSource.system(), (definition, job) -> new Outcome.Failed("nothing is called in this test", false));
    }

    public Standalone(DataSource source, Directories directories, InstantSource clock, RemoteCalls calls) {
        this(source, directories, clock, calls, new Settings());
    }

    /** @param directories who decides are made with; null: the people of the tables */
    public Standalone(DataSource source, Directories directories, InstantSource clock, RemoteCalls calls, Settings settings) {
        factory = Persistence.createEntityManagerFactory("wf", Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL", "jakarta.persistence.nonJtaDataSource", source,
                "jakarta.persistence.jtaDataSource", ""));
        em = (EntityManager) Proxy.newProxyInstance(Standalone.class.getClassLoader(),
                new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    EntityManager own = current.get();
                    EntityManager used = own != null ? own : factory.createEntityManager();
                    try {
                        return method.invoke(used, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        Ids ids = new Ids(em);
        orgStore = new OrgStore(em);
        roleStore = new RoleStore(em, orgStore, ids);
        organisation = new Organisation(orgStore, transactions, settings, clock);
        Directories people = directories == null ? organisation : directories;
        alarm = new Alarm(transactions, clock);
        Turns turns = new Turns(transactions);
        jobs = new JobStore(em, ids, alarm, turns);
        MessageStore messageStore = new MessageStore(em);
        Views views = new Views();
        DefinitionStore definitionStore = new DefinitionStore(em, kernel.reader());
        Sealing sealing = new Sealing(em, definitionStore, settings);
        Locations locations = new Locations(orgStore, definitionStore);
        AdminActs deeds = new AdminActs(em, settings);
        AdminNotes notes = new AdminNotes(deeds, clock);
        instances = new InstanceStore(em, cache, sealing);
        journal = new Journal(em, sealing, settings);
        WorkItemStore itemStore = new WorkItemStore(em, sealing);
        Idempotency idempotency = new Idempotency(new OperationLog(em), journal, ids);
        snapshots = new Snapshots(em, journal, instances, sealing);
        ReadItemStore readItems = new ReadItemStore(em);
        ScriptStore scriptStore = new ScriptStore(em);
        CalendarStore calendarStore = new CalendarStore(em);
        IdentityStore identityStore = new IdentityStore(em);
        Charters charters = new Charters(kernel, identityStore, transactions, clock, settings);
        Deputies deputies = new Deputies(em);
        Forwardings forwardings = new Forwardings(deputies, transactions, clock, settings);
        situations = new Situations(instances, itemStore, definitionStore, new TrailStore(em), readItems, deputies, forwardings, snapshots,
                people, charters, kernel, ids,
                turns, idempotency, new ProcessBeans(this::call, failures), new BusinessDataHandlers(handlers), scriptStore, calendarStore, locations, clock, settings);
        Visits visits = new Visits(journal, definitionStore, views);
        AttachmentStore attachmentStore = new AttachmentStore(em);
        archive = new Archive(em, cache);
        AttachmentViews attachmentViews = new AttachmentViews(views);
        Opening opening = new Opening(kernel, views, new Forms(), visits, instances, itemStore, attachmentStore, attachmentViews,
                archive);
        outbox = new Outbox(em, ids, jobs, transactions, settings);
        Audience audience = new Audience(new ReaderStore(em));
        listStreams = new ListStreams(new Hearing(people, deputies, transactions, clock), new StillIn(new Sessions(em, settings, clock), new ServiceAccounts(em, new MasterSeal(settings), clock), people, transactions), meters, clock, settings);
        listNews = new ListNews(listStreams, new OtherNodes(new ListNewsStore(em, ids, settings), listStreams, transactions, clock));
        Recorder recorder = new Recorder(instances, itemStore, audience, jobs, journal, outbox, listNews, cache, transactions);
        Purge purge = new Purge(em, cache);
        Purging purging = new Purging(purge, archive, cache, transactions, people);
        bus = new CommandBus(kernel, situations, new Permissions(situations), idempotency,
                new Repetition(journal, idempotency, instances, snapshots, definitionStore, jobs, situations, new Replies(views), purging), instances,
                recorder, new Replies(views), new Refusals(), purging);
        EventStarts eventStarts = new EventStarts(definitionStore, messageStore, jobs, kernel, ids, settings);
        DefinitionViews definitionViews = new DefinitionViews();
        CategoryStore categoryStore = new CategoryStore(em);
        DefinitionWrites definitionWrites = new DefinitionWrites(idempotency, people, instances, notes, clock);
        scripts = new StoredScripts(scriptStore, definitionWrites, kernel, clock);
        categories = new Categories(categoryStore, definitionStore);
        identities = new IdentityCommands(charters, identityStore, new AppointmentCheck(categories, definitionStore, kernel), definitionWrites, people, kernel, transactions, clock);
        definitions = new DefinitionCommands(definitionStore, categoryStore, categories, kernel, ids, definitionViews, definitionWrites,
                eventStarts, sealing, new Absences(definitionStore, scriptStore, charters), clock);
        AccessWrites accessWrites = new AccessWrites(idempotency, people, notes, clock);
        Separation separation = new Separation(settings);
        serviceAccounts = new ServiceAccountCommands(new ServiceAccounts(em, new MasterSeal(settings), clock), accessWrites, new ServiceGuard(people, separation), views, () -> OPERATIONS::contains, transactions, clock);
        RoleGuard roleGuard = new RoleGuard(roleStore, separation, people, locations);
        roles = new RoleCommands(roleStore, roleGuard, separation, accessWrites, people, organisation, transactions, clock);
        grants = new GrantCommands(roleStore, roleGuard, separation, accessWrites, orgStore, categories, people, organisation, transactions, views, clock);
        adminActs = new AdminActPages(deeds, people, views);
        sessions = new SessionCommands(new Sessions(em, settings, clock), accessWrites, people, locations, views);
        categoryCommands = new CategoryCommands(categories, categoryStore, definitionStore, identityStore, roleStore, definitionViews, definitionWrites);
        Acts acts = new Acts(bus);
        ScheduleStore scheduleStore = new ScheduleStore(em, jobs);
        Times times = new Times(calendarStore, people, settings);
        Starting starting = new Starting(definitionStore, people, locations);
        schedules = new ScheduleCommands(scheduleStore, definitionStore, jobs, times, definitionWrites, people, starting, views, ids, clock);
        Delivery delivery = new Delivery(messageStore, jobs, acts, ids, settings);
        Signals signals = new Signals(messageStore, jobs, acts, ids);
        Rounds rounds = new Rounds(jobs, attempts, clock);
        archiving = new Archiving(archive, rounds, settings);
        TicketStore tickets = new TicketStore(em, jobs, sealing);
        accepting = new Accepting(bus, tickets, situations, idempotency, people, views, ids);
        forgetting = new Forgetting(new OperationIds(em), tickets, rounds, settings);
        counting = new Counting(em, transactions);
        directory = new LdapDirectory(settings, transactions);
        sources = new OrgSources(settings, directory, List.of(), transactions);
        orgLoads = new OrgLoads(new Loading(sources, new Merge(em, orgStore, settings, clock), transactions), sources, organisation, jobs, attempts,
                transactions, settings, clock);
        erasing = new Erasing(instances, cache, sealing, definitionWrites, locations, idempotency, clock);
        unarchiving = new Unarchiving(archive, instances, definitionWrites, definitionStore, itemStore, audience, kernel, locations, idempotency, clock);
        notices = new NoticeStore(em, ids, alarm);
        People noticed = new People(em, people, settings);
        Channels channelList = new Channels(settings, new Http(settings), channels);
        Templates templates = new Templates(em);
        deliveries = new Deliveries(notices, jobs, channelList, noticed, attempts, meters, clock, settings);
        relay = new Relay(outbox, journal, definitionStore, topic,
                new Planner(notices, noticed, templates, channelList, definitionStore, due -> { }, clock, settings), listNews, transactions, meters, clock, settings);
        Submissions submissions = new Submissions(bus, jobs, tickets, itemStore, outbox);
        worker = new Worker(jobs, instances, definitionStore, acts, new Children(acts, instances, definitionStore, jobs, purge, journal), signals,
                delivery, new TimerStarts(messageStore, eventStarts, jobs, acts,
                        new ScheduledStarts(scheduleStore, definitionStore, times, jobs, acts, people, starting, clock), clock), archiving, forgetting, orgLoads,
                submissions, deliveries,
                new Retelling(jobs, outbox), new OldNotices(new Forgotten(notices, settings), rounds), calls, meters, attempts,
                clock, settings);
        Crew crew = new Crew(threads);
        settling = new Settling(bus, attempts, transactions, worker, crew, clock, settings);
        sending = new Sending(delivery, signals, settling, idempotency, instances, people, views, clock);
        jobOrders = new JobOrders(jobs, acts, submissions, settling, attempts, idempotency, people, new JobViews(views, clock), clock);
        jobPages = new Jobs(em, new JobViews(views, clock));
        Rhythm rhythm = new Rhythm(alarm, clock, settings);
        shifts = new Shifts(worker, settling, crew, rhythm, meters, settings);
        ServiceStore serviceStore = new ServiceStore(em);
        services = new EngineServices(serviceStore, rhythm, attempts, transactions, idempotency, people, clock, settings);
        monitoring = new Monitoring(services, meters, serviceStore, cache, shifts, rhythm, relay, listStreams, attempts, views, clock);
        circulation = new Circulation(situations, new Refusals(), readItems, outbox, idempotency, ids, views);
        routing = new Routing(kernel, situations, new Refusals(), views);
        selecting = new Selecting(kernel, routing, views);
        urging = new Urging(situations, new Refusals(), itemStore, new UrgeStore(em), outbox, idempotency, ids, views, settings);
        items = new Items(situations, new Refusals(), itemStore, idempotency, opening, views);
        reading = new Reading(situations, opening, views);
        definitionReading = new DefinitionReading(definitionStore, definitionViews, people, reading);
        permissions = new PermissionCheck(situations, new Permissions(situations), new Refusals(), opening, reading, definitionReading, definitionStore, kernel, people,
                locations, new ItemPlaces(em));
        attachments = new Attachments(situations, attachmentStore, instances, ids, idempotency, attachmentViews);
        lists = new WorkLists(em, people, definitionStore, views, deputies, clock);
        instanceLists = new InstanceLists(em, people, definitionStore, views);
        found = new Instances(em, people, definitionStore, views);
        OwnWrites ownWrites = new OwnWrites(idempotency, people, instances, locations, clock);
        box = new Box(notices, ownWrites, views);
        wishes = new WishCommands(em, channelList, ownWrites);
        templateCommands = new TemplateCommands(em, channelList, ownWrites);
        letters = new Letters(notices, relay, ownWrites, people, views);
        ownWords = new OwnWords(outbox, notices, noticed, channelList, ownWrites, people, views, em, settings);
        deputyCommands = new DeputyCommands(deputies, forwardings, definitionStore, ownWrites, people, transactions, views, ids);
        calendars = new CalendarCommands(calendarStore, people, ownWrites, views);
        workTimes = new WorkTimes(calendarStore, people, ownWrites, views, settings);
        ManyItems manyItems = new ManyItems(bus, attempts, cache, itemStore, idempotency, ownWrites, transactions);
        OpenWork openWork = new OpenWork(em);
        replacements = new Replacements(openWork, manyItems, deputies, ownWrites);
        HandoverStore handoverStore = new HandoverStore(em);
        handovers = new HandoverCommands(handoverStore, new HandoverViews(handoverStore, people, views), openWork, manyItems, ownWrites, attempts, itemStore,
                new HandedRights(em), outbox, ids);
        picker = new OrgPicker(em, clock);
        dueTimes = new DueTimes(itemStore, reading, calendarStore, people, views, settings);
        overdueNodes = new OverdueNodes(em, definitionStore, views, clock);
        titles = new MessageTitles(itemStore, readItems, reading, templates);
        urgeable = new Urgeable(em, people, definitionStore, charters, views, clock, settings);
        vanished = new VanishedHandlers(em, people, views, clock);
        migrations = new InstanceMigrations(attempts, new Migrations(definitionWrites, definitionStore, definitionViews, instances,
                journal, situations, kernel, recorder, idempotency));
        incidents = new Incidents(em, definitionStore, views);
        history = new HistoryReader(journal, definitionStore, views);
        instanceXml = new InstanceXml(definitionWrites, definitionStore, instances, situations, kernel, recorder, new Refusals(),
                new Replies(views), idempotency, ids, clock);
        snapshotReader = new SnapshotReader(reading, journal, snapshots, definitionStore, views, purging);
        processInfos = new ProcessInfos(reading, new Sheets(history, new Forms(), views), new Diagrams(definitionStore, journal, visits), settings);
    }

    private Optional<ProcessBeanAnswer> call(String bean, ProcessBeanCall call) throws BpmnError {
        return beans.containsKey(bean) ? Optional.of(ProcessBeans.answer(beans.get(bean).call(call))) : Optional.empty();
    }

    /** A topic that keeps what it gets, as long as its broker is there. */
    public static final class Topic implements EventTopic {
        public final List<Published> published = new CopyOnWriteArrayList<>();
        public volatile boolean away;
        /** What cannot be told, whatever the broker does. */
        public volatile Predicate<Published> breaks = e -> false;

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public void publish(List<Published> events) throws TopicAway {
            if (away) {
                throw new TopicAway("nobody there", null);
            }
            if (events.stream().anyMatch(breaks)) {
                throw new IllegalStateException("nobody can tell this");
            }
            published.addAll(events);
        }
    }

    /** The transaction of this thread, in which a bean may write. */
    public EntityManager entityManager() {
        return current.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        directory.close();
        factory.close();
    }

    /**
     * One entity manager and one local transaction for the thread that works. The connection is taken at once, as in a
     * container: EclipseLink would read on connections of their own until the first write.
     */
    private final class ThreadTransactions implements Transactions {

        @Override
        public <T> T required(Supplier<T> work) {
            if (isActive()) {
                return work.get();
            }
            EntityManager em = factory.createEntityManager();
            current.set(em);
            endings.set(new Endings());
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            boolean committed = false;
            try {
                em.unwrap(Connection.class);
                T result = work.get();
                transaction.commit();
                committed = true;
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
                current.remove();
                em.close();
                endings.get().ended(committed);
            }
        }

        @Override
        public boolean isActive() {
            return current.get() != null;
        }

        @Override
        public void afterCommit(Runnable action) {
            endings.get().afterCommit(action);
        }

        @Override
        public void afterEnd(Object key, Runnable action) {
            endings.get().always(key, action);
        }

        @Override
        public boolean isHeld(Object key) {
            return endings.get().isHeld(key);
        }
    }
}
