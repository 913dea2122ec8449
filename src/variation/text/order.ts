/** Of many parts only some orders are offered: all of up to four, else turns and mirror images. */
const ALL_UP_TO = 4;

/**
 * The orders in which parts may be said so that their protected spans, taken together, stay in the
 * order of the draft. The first is the draft's own. `facts` holds each part's spans.
 */
export function safeOrders(facts: readonly (readonly string[])[]): number[][] {
  const own = facts.map((_, i) => i);
  const said = (order: readonly number[]) => JSON.stringify(order.flatMap((i) => facts[i] ?? []));
  const wanted = said(own);
  const orders = own.length <= ALL_UP_TO ? permutations(own) : turns(own);
  return orders.filter((order) => said(order) === wanted);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, i) =>
    permutations(items.toSpliced(i, 1)).map((rest) => [first, ...rest]),
  );
}

function turns(items: readonly number[]): number[][] {
  const turned = items.map((_, i) => [...items.slice(i), ...items.slice(0, i)]);
  return [...turned, ...turned.map((order) => order.toReversed())];
}
