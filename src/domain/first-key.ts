/** The name of the API key that a workspace begins with. */
export const firstKeyName = "First key";
