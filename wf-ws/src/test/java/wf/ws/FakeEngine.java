package wf.ws;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wf.access.Caller;
import wf.access.Service;
import wf.access.ServiceKey;
import wf.access.SignOn;
import wf.access.StillIn;
import wf.access.UsedNonces;
import wf.access.UsernameToken;
import wf.contract.AttachRequest;
import wf.contract.Attachment;
import wf.contract.AttachmentInfo;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionSource;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceInfo;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.OrganisationState;
import wf.contract.Person;
import wf.contract.ProcessInfo;
import wf.contract.ProcessInfoFormat;
import wf.contract.SubmitRequest;
import wf.contract.Version;
import wf.contract.WhoAmI;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemPage;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.contract.WorkListSort;
import wf.face.Catalogue;
import wf.face.Refusals;
import wf.meter.Meters;
import wf.org.DeputyRow;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.service.AccessService;
import wf.service.DefinitionService;
import wf.service.InstanceService;
import wf.service.MonitorService;
import wf.service.NoticeService;
import wf.service.OrgService;
import wf.service.WorkItemService;
import wf.setting.Settings;
import wf.spi.LoginClaim;
import wf.stream.Hearing;
import wf.stream.ListStreams;

/** Services that remember what they were called with, so that the faces can be tested without an engine. */
class FakeEngine {
    /** Caller and arguments of the last call. */
    List<Object> last = new ArrayList<>();

    Catalogue catalogue() {
        return Catalogue.of(new Definitions(), new Instances(), new WorkItems(), new Access(), new OrgService(), new MonitorService(), new NoticeService());
    }

    /** Everybody is somebody, and stays. */
    static ListStreams streams(Settings settings) {
        Directory everybody = new Directory() {
            @Override
            public Optional<Member> member(String id) {
                return Optional.of(new Member(id, id, Set.of("user:" + id), false));
            }

            @Override
            public List<String> membersOf(String candidate) {
                return List.of();
            }
        };
        Hearing hearing = new Hearing(tenant -> everybody, null, null, InstantSource.system()) {
            @Override
            protected List<DeputyRow> grants(Caller caller) {
                return List.of();
            }
        };
        return new ListStreams(hearing, new StillIn(null, null, tenant -> everybody, null), new Meters(), InstantSource.system(), settings);
    }

    private void called(Object... callerAndArguments) {
        last = new ArrayList<>(java.util.Arrays.asList(callerAndArguments));
    }

    @SuppressWarnings("unchecked")
    <T> T argument(int index) {
        return (T) last.get(index);
    }

    /** Notes in memory. */
    static class Nonces extends UsedNonces {
        private final Set<String> noted = ConcurrentHashMap.newKeySet();

        Nonces() {
            super(null, null, null);
        }

        @Override
        public boolean use(Caller caller, String nonce, Instant until) {
            return noted.add(caller.person() + nonce);
        }
    }

    static class Doors extends SignOn {
        /** The session that was ended last. */
        String closed;

        Doors() {
            super(null, null, null, null, null, null, null, null, new Settings(name -> null, name -> null));
        }

        @Override
        public Caller byPassword(String loginName, String password, String channel, String clientIp, Locale locale) {
            if (password.equals("broken")) {
                throw new NoClassDefFoundError("wf/Broken");
            }
            if (password.equals("expired")) {
                throw Refusals.refused(ErrorCode.PASSWORD_EXPIRED, locale, "access.expired");
            }
            if (!password.equals("secret")) {
                throw Refusals.refused(ErrorCode.UNAUTHENTICATED, locale, "unauthenticated");
            }
            return new Caller("t1", loginName, channel, clientIp, locale);
        }

        @Override
        public Caller byNewPassword(String loginName, String password, String newPassword, String channel, String clientIp, Locale locale) {
            return new Caller("t1", loginName, channel, clientIp, locale);
        }

        @Override
        public Caller bySession(String token, String clientIp, Locale locale) {
            if (!token.equals("token-of-zhao")) {
                throw Refusals.refused(ErrorCode.UNAUTHENTICATED, locale, "unauthenticated");
            }
            return new Caller("t1", "zhao", "UI", clientIp, locale);
        }

        @Override
        public Caller byKey(ServiceKey key, String person, String channel, String clientIp, Locale locale) {
            return new Caller("t1", person, channel, clientIp, locale, new Service("portal", Set.of("submit", "whoAmI")), null);
        }

        @Override
        public Caller byDigest(UsernameToken token, String channel, String clientIp, Locale locale) {
            int key = token.loginName().indexOf("@wfk.");
            if (key < 0) {
                throw Refusals.refused(ErrorCode.UNAUTHENTICATED, locale, "access.digest");
            }
            return byKey(null, token.loginName().substring(0, key), channel, clientIp, locale);
        }

        @Override
        public Caller byClaim(LoginClaim claim, String channel, String clientIp, Locale locale) {
            return new Caller("t1", claim.loginName(), channel, clientIp, locale);
        }

        @Override
        public Caller byEntryToken(String token, String target, String clientIp, Locale locale) {
            if (!"good".equals(token)) {
                throw Refusals.refused(ErrorCode.UNAUTHENTICATED, locale, "access.token");
            }
            return new Caller("t1", "li", "UI", clientIp, locale);
        }

        @Override
        public String openSession(Caller caller) {
            return "token-of-" + caller.person();
        }

        @Override
        public String openSession(Caller caller, wf.spi.LoginClaim claim) {
            return openSession(caller);
        }

        @Override
        public void closeSession(String token) {
            closed = token;
        }

        @Override
        public Optional<String> signOff(String token) {
            closed = token;
            return Optional.empty();
        }

        @Override
        public void changePassword(Caller caller, String oldPassword, String newPassword) { }
    }

    class Definitions extends DefinitionService {
        @Override
        public DefinitionReply deploy(Caller caller, DeployRequest request) {
            called(caller, request);
            return new DefinitionReply();
        }

        @Override
        public DefinitionSource getDefinitionSource(Caller caller, long definitionId, String asKey, Long instanceId) {
            called(caller, definitionId, asKey, instanceId);
            DefinitionSource source = new DefinitionSource();
            source.source = "<definitions/>".getBytes();
            return source;
        }
    }

    class Instances extends InstanceService {
        @Override
        public InstancePage findInstances(Caller caller, String definitionKey, String businessKey, String title,
                InstanceState state, String starter, String cursor, Integer limit) {
            called(caller, definitionKey, businessKey, title, state, starter, cursor, limit);
            InstancePage page = new InstancePage();
            for (int i = 0; i < 20; i++) {
                page.instances.add(instance());
            }
            return page;
        }

        @Override
        public InstanceInfo getInstance(Caller caller, long instanceId) {
            called(caller, instanceId);
            if (instanceId == 503) {
                throw Refusals.refused(ErrorCode.UNAVAILABLE, caller.locale(), "unauthenticated");
            }
            if (instanceId == 404) {
                throw Refusals.refused(ErrorCode.NOT_FOUND, caller.locale(), "http.404", "", instanceId);
            }
            InstanceInfo found = instance();
            found.title = instanceId == 1 ? "an old\u0001title" : found.title;
            return found;
        }

        @Override
        public AttachmentInfo attach(Caller caller, long instanceId, AttachRequest request) {
            called(caller, instanceId, request);
            return new AttachmentInfo();
        }

        @Override
        public Attachment getAttachment(Caller caller, long attachmentId) {
            Attachment attachment = new Attachment();
            attachment.info = new AttachmentInfo();
            attachment.info.name = "合同 1.html";
            attachment.info.contentType = "text/html";
            attachment.content = "<script>".getBytes();
            return attachment;
        }

        @Override
        public ProcessInfo formatProcessInfo(Caller caller, long instanceId, ProcessInfoFormat format, String columns, String locale) {
            called(caller, instanceId, format, columns, locale);
            ProcessInfo info = new ProcessInfo();
            info.mediaType = "text/html";
            info.content = "<p>审批单</p>";
            return info;
        }

        @Override
        public AttachmentInfo removeAttachment(Caller caller, long attachmentId, String opId) {
            called(caller, attachmentId, opId);
            return new AttachmentInfo();
        }

        private InstanceInfo instance() {
            InstanceInfo info = new InstanceInfo();
            info.id = 7;
            info.version = 3;
            info.title = "a title that is long enough to be worth compressing";
            info.startedAt = new java.util.Date(0);
            return info;
        }
    }

    class WorkItems extends WorkItemService {
        @Override
        public OperationReply submit(Caller caller, long workItemId, SubmitRequest request) {
            called(caller, workItemId, request);
            OperationReply reply = new OperationReply();
            reply.version = 4;
            reply.preview = request.preview;
            return reply;
        }

        @Override
        public OperationReply claim(Caller caller, long workItemId, OperationRequest request) {
            throw new IllegalStateException("a secret of the engine");
        }

        @Override
        public WorkItemPage listWorkItems(Caller caller, WorkListKind kind, String definitionKey, String category, String nodeId, String title,
                String businessKey, String starter, WorkItemState state, String from, String to, Boolean overdue, List<String> field,
                WorkListSort sort, String cursor, Integer limit) {
            called(caller, kind, definitionKey, category, nodeId, title, businessKey, starter, state, from, to, overdue, field, sort, cursor, limit);
            WorkItemInfo item = new WorkItemInfo();
            item.id = 12L;
            item.title = "合同";
            WorkItemPage page = new WorkItemPage();
            page.items.add(item);
            return page;
        }
    }

    class Access extends AccessService {
        @Override
        public Version ping(Caller caller) {
            called(caller);
            return new Version();
        }

        @Override
        public WhoAmI whoAmI(Caller caller) {
            called(caller);
            WhoAmI whoAmI = new WhoAmI();
            whoAmI.person = new Person();
            whoAmI.person.id = caller.person();
            return whoAmI;
        }

        @Override
        public OrganisationState getOrganisation(Caller caller) {
            called(caller);
            return new OrganisationState();
        }

        @Override
        public OrganisationState refreshOrganisation(Caller caller) {
            called(caller);
            return new OrganisationState();
        }
    }
}
