package wf.instance;

/** What a subscription waits for. */
public enum SubscriptionKind { TIMER, MESSAGE, SIGNAL, CONDITION }
