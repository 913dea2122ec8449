/** How to get a smaller picture out of a phone, where its camera makes them too large. */
export const SMALLER =
  "Upload a smaller one: on an iPhone choose 12 MP under Settings › Camera › Formats, on Android a smaller picture size in the camera's settings; for a picture that is taken already, crop it or send it to yourself in a chat and save it from there.";

/** How to get a JPEG out of a phone that makes HEIC. */
export const AS_JPEG =
  "On an iPhone choose Settings › Camera › Formats › Most Compatible for the next ones; this one becomes a JPEG when it is sent to yourself in a chat without “original”, or duplicated as JPEG in Files. On Android switch off HEIF or “high efficiency” in the camera's settings.";
