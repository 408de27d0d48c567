/** How often the log asks for news while it is looked at: deliveries are no live events. */
export const REFRESH_MS = 5_000
