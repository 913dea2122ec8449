import type { SenderId, ViewerId } from "../../domain/ids.ts";
import { invisible, isBlank } from "../../domain/invisible.ts";
import { maxNameLength, maxPhoneLength } from "../../domain/left-name.ts";
import { day, earlier } from "../../domain/units.ts";
import { countSaid, keepSaid, roomForSaid } from "../../storage/contacts.ts";
import { addViewer, findViewer, mayNameSelf, nameViewerAnew } from "../../storage/viewers.ts";
import { AppError, found } from "../errors.ts";
import { type Caller, type Context, enterWorkspace } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { write } from "../kernel/write.ts";
import { nameLeftName } from "../open/named-visit.ts";
import { refuse } from "../open/open-link.ts";
import { rememberedAs } from "../open/remembered.ts";
import { readVisit } from "../open/visit-token.ts";
import { privacyUrl } from "../viewers/privacy-token.ts";
import type { LeftNameResult } from "./left-name-view.ts";
import { type ConsentInput, recordConsent } from "./record-consent.ts";

/** What a reader fills in below the text. */
export type LeftName = Omit<ConsentInput, "choice"> & {
  name: string;
  /** "" where they gave none. */
  phone: string;
  /** They ticked that they want to be remembered. */
  agrees: boolean;
};

/** Most names that readers leave for one sender in a day and that nobody has confirmed: beyond it somebody plays. */
const mostNamesADay = 100;

/**
 * Keeps the name that a reader types of themselves, for the sender whose link they opened. It makes them probably that:
 * what is certain is only that they typed it. Nothing is kept of who has not agreed to be remembered, be it before or
 * with the form. Throws `forbidden` for a token that is not ours, `not-found` where the workspace asks for no names,
 * and `rate-limited`.
 */
export async function leaveName(ctx: Context, input: LeftName): Promise<LeftNameResult> {
  const claims = await readVisit(ctx, input.token);
  const landing = claims && (await ctx.links.landing(claims.code));
  if (!claims || !landing) {
    throw new AppError("forbidden", "The page is older than a day. Open it again.");
  }
  const asks = landing.leaveName === true && refuse(landing, ctx.now()) === null;
  found(asks && !claims.isOwn && !claims.isPreview ? landing : null, "form");
  const page = {
    code: landing.code,
    senderName: landing.senderName,
    workspaceName: landing.workspaceName,
  };
  const name = input.name.normalize("NFC").trim();
  const phone = input.phone.normalize("NFKC").trim();
  const known = (await rememberedAs(ctx, landing.workspaceId, input))?.id ?? null;
  const { token, agrees } = input;
  const fault = faultOf({ name, phone, agrees: agrees || known !== null });
  const again = {
    kind: "again",
    token,
    typed: { name: input.name, phone: input.phone, agrees },
  } as const;
  if (fault) return { ...again, fault, hasAgreed: known !== null, ...page };
  const caller = await enterWorkspace(ctx, landing.workspaceId, { kind: "reader" });
  // Before the yes is kept: nobody is remembered who is told that nothing was. Whoever loses the last place to somebody
  // in the same moment has said yes all the same.
  if (!known) await checkRoom(caller, landing.senderId);
  const taken = known ? null : await recordConsent(ctx, { ...input, choice: true });
  const viewerId = known ?? taken?.viewerId ?? null;
  // A browser that asks not to be tracked is not asked for a name; whoever sends one all the same is told why.
  if (viewerId === null) return { ...again, fault: "agreement", hasAgreed: false, ...page };
  const kept = await keepName(caller, { viewerId, senderId: landing.senderId, name, phone });
  return {
    kind: "kept",
    ...page,
    name,
    phone,
    isKnown: kept.isKnown,
    keep: taken?.keep ?? [],
    drop: taken?.drop ?? [],
    receipt: taken?.receipt ?? null,
    privacyUrl: await privacyUrl(caller, { id: kept.viewerId, workspaceId: landing.workspaceId }),
  };
}

function faultOf({ name, phone, agrees }: Pick<LeftName, "name" | "phone" | "agrees">) {
  if (isBlank(name) || name.length > maxNameLength || invisible.test(name)) return "name";
  const digits = phone.replace(/\D/g, "").length;
  const isPhone =
    /^\+?\(?\d[()\d\s-]*$/.test(phone) && phone.length <= maxPhoneLength && digits >= 5;
  if (phone !== "" && !isPhone) return "phone";
  return agrees ? null : "agreement";
}

const enoughForToday = () =>
  new AppError("rate-limited", "Too many names were left today. Come back tomorrow.");

/** Throws `rate-limited` where a sender has been left all the names of a day. */
async function checkRoom({ scope, now }: Caller, senderId: SenderId): Promise<void> {
  if ((await countSaid(scope, senderId, earlier(now(), day))) >= mostNamesADay) {
    throw enoughForToday();
  }
}

type Typed = { viewerId: ViewerId; senderId: SenderId; name: string; phone: string };

/** Of many that come at once for one viewer the last counts; none of them has to begin anew because of the others. */
function keepName(caller: Caller, { viewerId, senderId, name, phone }: Typed) {
  const { scope } = caller;
  return repeat(caller, async () => {
    const viewer = await findViewer(scope, viewerId);
    const id = viewer?.id ?? viewerId;
    if (viewer?.certainty === "confirmed") return { viewerId: id, isKnown: true };
    const now = caller.now();
    const contactId = await nameLeftName(caller, id);
    const attributes = phone === "" ? {} : { phone };
    const since = earlier(now, day);
    await write(caller, {
      statements: [
        addViewer(scope, id, now),
        keepSaid(scope, {
          ...{ id: contactId, senderId, name, attributes, createdAt: now, saidBy: id },
          ...{ externalIds: {}, stage: null, notes: null },
        }),
        nameViewerAnew(scope, id, { contactId, certainty: "probable", namedBy: "form" }, now),
      ],
      guards: [
        { condition: mayNameSelf(scope, id), error: () => new Raced() },
        {
          condition: roomForSaid(scope, { senderId, contactId, since, most: mostNamesADay }),
          error: enoughForToday,
        },
      ],
      outcome: "done",
      answer: undefined,
      audit: { verb: "viewer.leave-name", subject: id },
    });
    return { viewerId: id, isKnown: false };
  });
}
