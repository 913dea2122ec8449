/** The name that a reader leaves for a sender: as long as a name and a number are. */

export const maxNameLength = 40;
export const maxPhoneLength = 24;
