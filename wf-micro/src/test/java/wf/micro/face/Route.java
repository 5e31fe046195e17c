package wf.micro.face;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where an operation is found: the port in SOAP, method and path in REST. JMS needs the name alone. */
record Route(String operation, String port, String method, String path) {
    private static final Map<String, Route> ALL = """
            ping               Access      GET    ping
            whoAmI             Access      GET    me
            listServices       Monitor     GET    services
            startService       Monitor     POST   services/{service}/start
            stopService        Monitor     POST   services/{service}/stop
            getHealth          Monitor     GET    health
            getMetrics         Monitor     GET    metrics
            getOrganisation    Access      GET    organisation
            refreshOrganisation  Access    POST   organisation/refresh
            listServiceAccounts  Access    GET    service-accounts
            getServiceAccount  Access      GET    service-accounts/{account}
            putServiceAccount  Access      POST   service-accounts/{account}
            issueServiceKey    Access      POST   service-accounts/{account}/keys
            endServiceKey      Access      POST   service-accounts/{account}/keys/{keyId}/end
            listRoles          Access      GET    roles
            putRole            Access      POST   roles/{role}
            deleteRole         Access      POST   roles/{role}/delete
            listGrants         Access      GET    grants
            grantRole          Access      POST   grants
            revokeRole         Access      POST   grants/{grantId}/revoke
            listAdminActs      Access      GET    audit
            verifyAdminActs    Access      GET    audit/verification
            issueEntryToken    Access      POST   entry-tokens
            listAccessLog      Access      GET    access-log
            verifyAccessLog    Access      GET    access-log/verification
            checkPermission    Access      GET    permissions
            listSessions       Access      GET    sessions
            endSession         Access      POST   sessions/{sessionId}/end
            endOtherSessions   Access      POST   sessions/end
            grantDeputy        Org         POST   org/deputies
            listDeputies       Org         GET    org/deputies
            answerDeputy       Org         POST   org/deputies/{grantId}/answer
            revokeDeputy       Org         POST   org/deputies/{grantId}/revoke
            transferToDeputy   Org         POST   org/deputies/{grantId}/transferTodos
            handover           Org         POST   org/handovers
            listHandovers      Org         GET    org/handovers
            getHandover        Org         GET    org/handovers/{handoverId}
            answerHandover     Org         POST   org/handovers/{handoverId}/answer
            cancelHandover     Org         POST   org/handovers/{handoverId}/cancel
            replaceHandlers    Org         POST   org/replacements
            listVanishedHandlers  Org      GET    org/vanishedHandlers
            listPeople         Org         GET    org/people
            listOrgUnits       Org         GET    org/units
            listCalendars      Org         GET    org/calendars
            getCalendar        Org         GET    org/calendars/{owner}
            putCalendar        Org         POST   org/calendars/{owner}
            deleteCalendar     Org         POST   org/calendars/{owner}/delete
            isWorkday          Org         GET    org/workdays/{date}
            addWorkTime        Org         GET    org/workTime/end
            workTimeBetween    Org         GET    org/workTime
            listUrgeable       WorkItem    GET    worklists/urgeable
            countUrgeable      WorkItem    GET    worklists/urgeable/count
            explainDue         WorkItem    GET    workitems/{workItemId}/due
            findOverdueNodes   Instance    GET    overdueNodes
            getMessageTitle    WorkItem    GET    workitems/{workItemId}/messageTitle
            deploy             Definition  POST   definitions
            release            Definition  POST   definitions/{definitionId}/release
            retire             Definition  POST   definitions/{definitionId}/retire
            listDefinitions    Definition  GET    definitions
            listVersions       Definition  GET    definitions/keys/{definitionKey}/versions
            getDefinition      Definition  GET    definitions/{definitionId}
            getDefinitionSource  Definition  GET   definitions/{definitionId}/source
            getNewestDefinition  Definition  GET   definitions/keys/{definitionKey}
            compareDefinitions   Definition  GET   definitions/{definitionId}/difference/{otherDefinitionId}
            copyDefinition       Definition  POST  definitions/{definitionId}/copy
            migrateInstances     Definition  POST  definitions/{definitionId}/migrate
            moveDefinition       Definition  POST  definitions/keys/{definitionKey}/category
            listCategories     Definition  GET    categories
            createCategory     Definition  POST   categories
            renameCategory     Definition  POST   categories/rename
            moveCategory       Definition  POST   categories/move
            deleteCategory     Definition  POST   categories/delete
            listSchedules      Definition  GET    schedules
            getSchedule        Definition  GET    schedules/{scheduleName}
            putSchedule        Definition  POST   schedules/{scheduleName}
            pauseSchedule      Definition  POST   schedules/{scheduleName}/pause
            resumeSchedule     Definition  POST   schedules/{scheduleName}/resume
            runSchedule        Definition  POST   schedules/{scheduleName}/run
            deleteSchedule     Definition  POST   schedules/{scheduleName}/delete
            deployScript       Definition  POST   scripts
            listScripts        Definition  GET    scripts
            listScriptVersions   Definition  GET   scripts/{scriptName}/versions
            getScript          Definition  GET    scripts/{scriptName}
            listIdentities     Definition  GET    identities
            getIdentity        Definition  GET    identities/{identityCode}
            putIdentity        Definition  POST   identities/{identityCode}
            resetIdentity      Definition  POST   identities/{identityCode}/reset
            checkCreate        Instance    GET    definitions/keys/{definitionKey}/permission
            checkOpen          Instance    GET    instances/{instanceId}/permission
            start              Instance    POST   instances
            findInstances      Instance    GET    instances
            countInstances     Instance    GET    instances/count
            getInstance        Instance    GET    instances/{instanceId}
            openInstance       Instance    GET    instances/{instanceId}/open
            getHistory         Instance    GET    instances/{instanceId}/history
            verifyJournal      Instance    GET    instances/{instanceId}/verification
            addInstance        Instance    POST   instances/{instanceId}/addInstance
            runScript          Instance    POST   instances/{instanceId}/runScript
            suspendInstance    Instance    POST   instances/{instanceId}/suspendInstance
            resumeInstance     Instance    POST   instances/{instanceId}/resumeInstance
            withdraw           Instance    POST   instances/{instanceId}/withdraw
            endInstance        Instance    POST   instances/{instanceId}/endInstance
            deleteInstance     Instance    POST   instances/{instanceId}/deleteInstance
            restoreInstance    Instance    POST   instances/{instanceId}/restoreInstance
            activate           Instance    POST   instances/{instanceId}/activate
            updateInstanceXml  Instance    POST   instances/{instanceId}/xml
            supplement         Instance    POST   instances/{instanceId}/supplement
            circulate          Instance    POST   instances/{instanceId}/circulate
            urge               Instance    POST   instances/{instanceId}/urge
            markRead           WorkItem    POST   workitems/{workItemId}/markRead
            terminate          Instance    POST   instances/{instanceId}/terminate
            listIncidents      Instance    GET    incidents
            retryIncident      Instance    POST   incidents/{incidentId}/retry
            skipIncident       Instance    POST   incidents/{incidentId}/skip
            sendMessage        Instance    POST   messages
            sendSignal         Instance    POST   signals
            listSubscriptions  Instance    GET    instances/{instanceId}/subscriptions
            listJobs           Instance    GET    jobs
            retryJob           Instance    POST   jobs/{jobId}/retry
            runJob             Instance    POST   jobs/{jobId}/run
            pauseJob           Instance    POST   jobs/{jobId}/pause
            resumeJob          Instance    POST   jobs/{jobId}/resume
            rescheduleJob      Instance    POST   jobs/{jobId}/reschedule
            attach             Instance    POST   instances/{instanceId}/attachments
            listAttachments    Instance    GET    instances/{instanceId}/attachments
            getAttachment      Instance    GET    attachments/{attachmentId}
            removeAttachment   Instance    DELETE attachments/{attachmentId}
            listWorkItems      WorkItem    GET    worklists/{kind}
            countWorkItems     WorkItem    GET    worklists/{kind}/count
            listStarted        WorkItem    GET    worklists/started
            countStarted       WorkItem    GET    worklists/started/count
            listDrafts         WorkItem    GET    worklists/drafts
            countDrafts        WorkItem    GET    worklists/drafts/count
            listReadable       WorkItem    GET    worklists/readable
            countReadable      WorkItem    GET    worklists/readable/count
            openWorkItem       WorkItem    POST   workitems/{workItemId}/open
            submit             WorkItem    POST   workitems/{workItemId}/submit
            getTicket          WorkItem    GET    tickets/{ticketId}
            countersignSubmit  WorkItem    POST   workitems/{workItemId}/countersignSubmit
            returnItem         WorkItem    POST   workitems/{workItemId}/return
            returnTo           WorkItem    POST   workitems/{workItemId}/returnTo
            listReturnTargets  WorkItem    GET    workitems/{workItemId}/returnTargets
            evaluateRoute      WorkItem    POST   workitems/{workItemId}/evaluateRoute
            getParticipantSelectMode WorkItem POST workitems/{workItemId}/participantSelectMode
            save               WorkItem    POST   workitems/{workItemId}/save
            takeBack           WorkItem    POST   workitems/{workItemId}/takeBack
            jump               WorkItem    POST   workitems/{workItemId}/jump
            freeSubmit         WorkItem    POST   workitems/{workItemId}/freeSubmit
            supplementBranch   Instance    POST   instances/{instanceId}/supplementBranch
            moveToken          Instance    POST   instances/{instanceId}/moveToken
            getMaxVersion      Instance    GET    instances/{instanceId}/max-version
            listSnapshots      Instance    GET    instances/{instanceId}/snapshots
            getSnapshot        Instance    GET    instances/{instanceId}/snapshots/{number}
            compareSnapshots   Instance    GET    instances/{instanceId}/differences
            formatProcessInfo  Instance    GET    instances/{instanceId}/process-info
            unarchive          Instance    POST   instances/{instanceId}/unarchive
            eraseEncrypted     Instance    POST   instances/{instanceId}/erase
            claim              WorkItem    POST   workitems/{workItemId}/claim
            unclaim            WorkItem    POST   workitems/{workItemId}/unclaim
            startSubProcess    WorkItem    POST   workitems/{workItemId}/startSubProcess
            suspendItem        WorkItem    POST   workitems/{workItemId}/suspendItem
            resumeItem         WorkItem    POST   workitems/{workItemId}/resumeItem
            transfer           WorkItem    POST   workitems/{workItemId}/transfer
            replaceHandler     WorkItem    POST   workitems/{workItemId}/replaceHandler
            assist             WorkItem    POST   workitems/{workItemId}/assist
            assistSubmit       WorkItem    POST   workitems/{workItemId}/assistSubmit
            internalSubmit     WorkItem    POST   workitems/{workItemId}/internalSubmit
            countersign        WorkItem    POST   workitems/{workItemId}/countersign
            addSign            WorkItem    POST   workitems/{workItemId}/addSign
            removeSign         WorkItem    POST   workitems/{workItemId}/removeSign
            listNotices        Notice      GET    notices
            countNotices       Notice      GET    notices/count
            markNotices        Notice      POST   notices/mark
            getMessageWishes   Notice      GET    notices/wishes
            putMessageWishes   Notice      POST   notices/wishes
            sendNotice         Notice      POST   notices/send
            listTemplates      Notice      GET    notices/templates
            putTemplate        Notice      POST   notices/templates
            resetTemplate      Notice      POST   notices/templates/reset
            listLetters        Notice      GET    notices/letters
            resendLetter       Notice      POST   notices/letters/{noticeId}/resend
            getRelay           Notice      GET    notices/relay
            """.lines().map(Route::read).collect(Collectors.toMap(Route::operation, Function.identity()));

    private static Route read(String line) {
        String[] words = line.split(" +");
        return new Route(words[0], words[1] + "Port", words[2], words[3]);
    }

    static Route of(String operation) {
        Route route = ALL.get(operation);
        if (route == null) {
            throw new IllegalArgumentException("the tests do not know where to find " + operation);
        }
        return route;
    }
}
