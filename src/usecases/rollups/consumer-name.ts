/** Under which the roll-ups' place in the outbox is kept. */
export const rollupsConsumer = "rollups";
