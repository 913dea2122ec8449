/** A place in a drawing, told in hundredths of it. */
export const share = (hundredths: number): string => `${Math.round(hundredths * 100) / 100}%`;
