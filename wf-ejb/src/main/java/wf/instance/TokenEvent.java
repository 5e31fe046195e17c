package wf.instance;

import java.time.Instant;
import java.util.List;
import wf.contract.ParticipantRole;
import wf.contract.Vote;

/** Events of tokens: branches, visits of nodes, joins, signing rounds and incidents. */
public sealed interface TokenEvent extends Event {

    record BranchOpened(Branch branch) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.add(branch);
        }
    }

    record BranchEnded(long branchId, BranchEnd how) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.removeBranch(branchId);
        }
    }

    record NodeEntered(NodeInstance visit) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.add(visit);
        }
    }

    /** The token has done its work here and leaves by these flows; none at an end. */
    record NodeLeft(long nodeInstanceId, String nodeId, List<String> flows, Instant at) implements TokenEvent {
        public NodeLeft {
            flows = List.copyOf(flows);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            instance.removeNodeInstance(nodeInstanceId);
        }
    }

    /**
     * The token passes the node without anybody working there.
     *
     * @param reason NOBODY: nobody was found for it; REPEAT: whoever would have to has done enough; RULE: a rule says so
     */
    record NodeSkipped(long nodeInstanceId, String nodeId, String reason) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) { }
    }

    /** The visit ended without its work being done. */
    record NodeCancelled(long nodeInstanceId, String nodeId, BranchEnd how, Instant at) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.removeNodeInstance(nodeInstanceId);
        }
    }

    /** The token has come to a join and waits there. */
    record JoinReached(long nodeInstanceId) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).in(NodeInstanceState.WAITING));
        }
    }

    /** The token need wait no longer and begins its work here. */
    record NodeResumed(long nodeInstanceId) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).in(NodeInstanceState.ACTIVE));
        }
    }

    /** Compensation runs inside the visit until all that it means is undone. */
    record CompensationBegun(long nodeInstanceId) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).in(NodeInstanceState.COMPENSATING));
        }
    }

    /** A join took these waiting tokens; the one visit that stays goes on as the token of the given branch. */
    record Joined(List<Long> taken, long stays, long branchId, Instant at) implements TokenEvent {
        public Joined {
            taken = List.copyOf(taken);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            NodeInstance staying = instance.nodeInstance(stays);
            taken.forEach(instance::removeNodeInstance);
            instance.add(staying.on(branchId));
        }
    }

    record RoundOpened(long nodeInstanceId, SigningRound round) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(round));
        }
    }

    /**
     * More people are asked than when the round was opened.
     *
     * @param consultationId whose round; null for that of the model, here as in all events of rounds
     * @param byItem the item of the signer who added them, and after whom they are asked; null when it was none of them
     */
    record SignersAdded(long nodeInstanceId, List<String> signers, Long consultationId, Long byItem) implements TokenEvent {
        public SignersAdded {
            signers = List.copyOf(signers);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(consultationId, round -> round.plus(signers, byItem)));
        }
    }

    /** A signer who was added is asked no longer. */
    record SignerRemoved(long nodeInstanceId, long workItemId, Long consultationId) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(consultationId, SigningRound::minusOne));
        }
    }

    record VoteCast(long nodeInstanceId, long workItemId, Vote vote, Long consultationId) implements TokenEvent {
        public VoteCast(long nodeInstanceId, long workItemId, Vote vote) {
            this(nodeInstanceId, workItemId, vote, null);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(consultationId, round -> round.plus(vote)));
        }
    }

    /**
     * A vote counts no longer, and the round stands as it does without it.
     *
     * @param before the visit at which the votes were cast, where the round goes on at another; null where it never ended
     */
    record VoteTakenBack(long nodeInstanceId, long workItemId, Long before, SigningRound round, Long consultationId) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(consultationId, now -> round));
        }
    }

    /** In a sequential round the next signer's turn has come. */
    record NextSignerAsked(long nodeInstanceId, Long consultationId) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(consultationId, SigningRound::nextAsked));
        }
    }

    /**
     * @param round the tally with which it was decided; null in journals of the first versions
     * @param lastVote the work item of the vote that decided; null where none did
     */
    record RoundDecided(long nodeInstanceId, boolean passed, SigningRound round, Long lastVote) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with((SigningRound) null));
        }
    }

    record IncidentRaised(Incident incident) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.add(incident);
            instance.replace(instance.nodeInstance(incident.nodeInstanceId()).in(NodeInstanceState.INCIDENT));
        }
    }

    record IncidentResolved(long incidentId, NodeInstanceState state) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            Incident incident = instance.removeIncident(incidentId);
            instance.replace(instance.nodeInstance(incident.nodeInstanceId()).in(state));
        }
    }

    /**
     * Work was sent back from one visit to an earlier one. The aggregate does not look back and notes only that it
     * happened; the trail marks the visits that no longer count.
     *
     * @param undone visits of the trail that no longer count as done, the target among them
     * @param nodes where these were; they are not passed over for having been handled before
     */
    record Returned(long nodeInstanceId, long target, List<Long> undone, List<String> nodes) implements TokenEvent {
        public Returned {
            undone = List.copyOf(undone);
            nodes = nodes == null ? List.of() : List.copyOf(nodes);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            instance.rework(nodes);
        }
    }

    /** Work at the visit was handed in, to go on then. */
    record WorkDelayed(long nodeInstanceId, Delay delay, Instant until) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(delay));
        }
    }

    /** Whoever handed it in has taken it back before it went on. */
    record DelayedWorkTakenBack(long nodeInstanceId, long workItemId) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            NodeInstance visit = instance.nodeInstance(nodeInstanceId);
            instance.replace(visit.with(visit.delay().without(workItemId)));
        }
    }

    /**
     * A script has run and had its say; what it changed stands in events of its own.
     *
     * @param nodeInstanceId the visit at which it ran; null for the instance as a whole
     * @param moment ENTER, LEAVE, or RUN when somebody ran it
     * @param rule name of the script
     * @param version of a stored script, else null
     * @param hash SHA-256 of its text
     * @param outcome what followed: DONE, SKIPPED, REDIRECTED with the node, PARTICIPANTS
     */
    record RuleApplied(Long nodeInstanceId, String nodeId, String moment, String rule, Integer version, String hash, String outcome)
            implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) { }
    }

    /**
     * The sources of the model have been asked for the people of the visit, or for others whom the model means.
     *
     * @param nodeInstanceId the visit; 0 where it is about the process
     * @param nodeId null where it is about the process
     * @param found whom each of them meant
     * @param chosen the people whom that came to; empty where candidates stay as they were found
     * @param turn whose turn it was, where the work goes round; else null
     * @param role as what they were sought; null in what was written before others than handlers were
     * @param meant the candidates, of readers and monitors: the instance remembers them
     */
    record ParticipantsFound(long nodeInstanceId, String nodeId, List<Found> found, List<String> chosen, String turn, ParticipantRole role,
            List<String> meant) implements TokenEvent {

        /** Of the column where turns are kept: an id alone may be as long. */
        private static final int LONGEST_PLACE = 100;

        /**
         * What one source said.
         *
         * @param source as the model has it
         * @param leftOut whether those were left out
         * @param bases from whom a relation looked
         * @param candidates the first of them
         * @param size how many there were
         */
        public record Found(String source, boolean leftOut, List<String> bases, List<String> candidates, int size) {
            public Found {
                bases = bases == null ? List.of() : List.copyOf(bases);
                candidates = candidates == null ? List.of() : List.copyOf(candidates);
            }
        }

        public ParticipantsFound {
            found = found == null ? List.of() : List.copyOf(found);
            chosen = chosen == null ? List.of() : List.copyOf(chosen);
            role = role == null ? ParticipantRole.HANDLER : role;
            meant = meant == null ? List.of() : List.copyOf(meant);
        }

        /** Those who are to handle a visit. */
        public static ParticipantsFound handlers(NodeInstance visit, List<Found> found, List<String> chosen, String turn) {
            return new ParticipantsFound(visit.id(), visit.nodeId(), found, chosen, turn, ParticipantRole.HANDLER, List.of());
        }

        /** Where turns go round: the handlers of a node and its readers have their own. */
        public String place() {
            return place(role, nodeId);
        }

        public static String place(ParticipantRole role, String nodeId) {
            if (role == ParticipantRole.HANDLER) {
                return nodeId;
            }
            String place = (nodeId == null ? "" : nodeId) + "/" + role;
            return place.length() <= LONGEST_PLACE ? place : Integer.toHexString(nodeId.hashCode()) + "/" + role;
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            if (role != ParticipantRole.HANDLER && role != ParticipantRole.STARTER) {
                instance.add(new Onlookers(role, nodeId, meant));
            }
        }
    }

    /** The visit is one to which work came back. */
    record WorkCameBack(long nodeInstanceId, Rework rework) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(rework));
        }
    }

    /** The work of the visit is to go back to an earlier one, once the branches beside have come to rest. */
    record ReturnAwaited(long nodeInstanceId, long target) implements TokenEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).in(NodeInstanceState.RETURNED).with(Rework.awaiting(target)));
        }
    }
}
