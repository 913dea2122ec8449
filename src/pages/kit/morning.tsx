import type { KitView } from "../../usecases/kit/kit-view.ts";
import type { Language } from "../shell/language.ts";
import { spoken } from "../shell/spoken.ts";
import { CopyButton } from "./copy-button.tsx";
import { KIT_WORDS } from "./words/index.ts";

/** Whom to turn to today: who, why, how to begin, and what came of it. */
export function Morning({ view, language }: { view: KitView; language: Language }) {
  const { tasks, alerts } = view;
  if (tasks.length === 0 && alerts.length === 0) return null;
  const words = KIT_WORDS[language];
  return (
    <section class="card" aria-labelledby="morning-title">
      <h2 id="morning-title">{words.morning}</h2>
      {alerts.length > 0 ? (
        <ul class="tasks" aria-label={words.alerts}>
          {alerts.map(({ name, certainty, tag, why }) => (
            <li>
              {certainty === "probable" ? <span class="quiet">{words.probable} </span> : null}
              <b>{name ?? words.anonymous}</b>
              <p>{spoken(tag, language)}</p>
              <p class="quiet">{spoken(why, language, [name])}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <ul class="tasks">
        {tasks.map(({ id, name, certainty, why, opener, state }) => (
          <li data-task={`/kit/tasks/${id}`} data-state={state} data-failed={words.notMade}>
            {certainty === "probable" ? <span class="quiet">{words.probable} </span> : null}
            <b>{name ?? words.anonymous}</b>
            {why.map((sentence) => (
              <p class="quiet">{spoken(sentence, language, [name])}</p>
            ))}
            {state === "open" ? (
              <>
                {name === null ? (
                  <p>
                    <a href="#readers-title">{words.who}</a>
                  </p>
                ) : null}
                {opener ? (
                  <>
                    <p id={`opener-${id}`}>{spoken(opener, language, [name])}</p>
                    <CopyButton
                      language={language}
                      source={`opener-${id}`}
                      label={words.copyOpener}
                      name={`${words.copyOpener} ${name ?? words.anonymous}`}
                    />
                  </>
                ) : null}
                {words.outcomes.map(([value, label]) => (
                  <button type="button" class="button" data-settle={value}>
                    {label}
                  </button>
                ))}
              </>
            ) : null}
            <p class="quiet" role="status" data-said>
              {state === "open" ? null : words.settled[state]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
