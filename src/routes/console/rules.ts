/** Rules that give readers tags: written in plain words, tried out, published. */
import type { Context, Hono } from "hono";
import { parseId, type TagRuleId } from "../../domain/ids.ts";
import type { Rule } from "../../insight/tags/rule.ts";
import {
  renderRule,
  renderRules,
  renderTry,
  ruleColumns,
} from "../../pages/console/screens/rules.tsx";
import { ruleChoices } from "../../usecases/console/rule-choices.ts";
import {
  freshRule,
  inputOf,
  type RuleInput,
  readRuleInput,
  ruleFields,
} from "../../usecases/console/rule-input.ts";
import { showRule, showRules, tryRule } from "../../usecases/console/show-rules.ts";
import { AppError } from "../../usecases/errors.ts";
import { changeRule, createRule, deleteRule } from "../../usecases/tags/manage-rules.ts";
import { publishRule } from "../../usecases/tags/publish-rule.ts";
import { ruleOf, rule as ruleSchema } from "../management/tag-rule-fields.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { after, checked, readForm } from "./forms.ts";
import { csvOf, isCsv, tableQuery } from "./tables.ts";

const list = "/console/rules";
const forms = ["rule", "rule-remove", "rule-publish"];

export function addRules(app: Hono<ConsoleEnv>): void {
  app.get(list, async (c) => {
    const view = await showRules(c.get("holder"));
    if (isCsv(c)) return await csvOf(c, "rules", view.rules, ruleColumns);
    return await screen(c, [], (desk) => renderRules(desk, view, tableQuery(c)));
  });

  app.get(`${list}/new`, (c) => shown(c, null, freshRule));

  app.post(list, async (c) => {
    const input = readRuleInput((await readForm(c, "rule")).text);
    return await kept(c, null, input, async (rule) => {
      const { answer } = await createRule(c.get("holder"), rule);
      return after(c, `${list}/${answer.id}/try`, "created");
    });
  });

  app.get(`${list}/:id`, async (c) => {
    const view = await showRule(c.get("holder"), ruleIdOf(c));
    return await shown(c, ruleIdOf(c), inputOf(view.draft));
  });

  app.post(`${list}/:id`, async (c) => {
    const input = readRuleInput((await readForm(c, "rule")).text);
    const id = ruleIdOf(c);
    return await kept(c, id, input, async (rule) => {
      await changeRule(c.get("holder"), id, { ...emptied, ...rule });
      return after(c, `${list}/${id}/try`, "saved");
    });
  });

  app.get(`${list}/:id/try`, async (c) => {
    const holder = c.get("holder");
    const id = ruleIdOf(c);
    const [view, tried] = await Promise.all([showRule(holder, id), tryRule(holder, id)]);
    return await screen(c, forms, (desk) => renderTry(desk, view, tried));
  });

  app.post(`${list}/:id/publish`, async (c) => {
    const form = await readForm(c, "rule-publish");
    const id = ruleIdOf(c);
    await publishRule(c.get("holder"), id, { backDate: form.text("backDate") === "yes" });
    return after(c, `${list}/${id}`, "rule-published");
  });

  app.post(`${list}/:id/remove`, async (c) => {
    await readForm(c, "rule-remove");
    await deleteRule(c.get("holder"), ruleIdOf(c));
    return after(c, list, "removed");
  });
}

/** What a form leaves empty is none, also where the draft had some. */
const emptied = {
  ...{ perDay: undefined, group: undefined, groupMin: undefined, groupMax: undefined },
  ...{ notify: undefined, sensitive: undefined },
} as unknown as Partial<Rule>;

async function shown(
  c: Context<ConsoleEnv>,
  id: TagRuleId | null,
  input: RuleInput,
  faults?: AppError["errors"],
): Promise<Response> {
  const holder = c.get("holder");
  const [rule, choices] = await Promise.all([
    id ? showRule(holder, id) : null,
    ruleChoices(holder),
  ]);
  const status = faults ? 422 : 200;
  return await screen(c, forms, (desk) => renderRule(desk, rule, input, choices, faults), status);
}

/** Does something with the rule that fields make; where it is none, shows the form again with what is wrong. */
async function kept(
  c: Context<ConsoleEnv>,
  id: TagRuleId | null,
  input: RuleInput,
  keep: (rule: Rule) => Promise<Response>,
): Promise<Response> {
  try {
    return await keep(ruleOf(checked(ruleSchema, ruleFields(input)) as Rule));
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid" && error.errors) {
      return await shown(c, id, input, error.errors);
    }
    throw error;
  }
}

function ruleIdOf(c: Context<ConsoleEnv>): TagRuleId {
  const id = parseId<TagRuleId>(c.req.param("id"));
  if (id) return id;
  throw new AppError("not-found", "There is no such rule. Go back to the rules.");
}
