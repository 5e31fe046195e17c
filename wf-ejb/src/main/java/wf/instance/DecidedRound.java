package wf.instance;

/**
 * How a signing round ended, for whoever looks back at it: with this he who cast the last vote can take it back.
 *
 * @param lastVote the work item of the vote that decided; null where no vote did, or in trails of the first versions
 * @param round the tally; those still to be asked are the ones whose vote was not needed any more
 */
public record DecidedRound(Long lastVote, SigningRound round) { }
