/** Colleagues to choose from, by name; two of one name are told apart by what else is known of them. */
interface Choosable {
  id: string;
  name: string;
  team?: string | null;
  phone?: string | null;
}

export function PeopleOptions(props: { people: readonly Choosable[]; chosen?: string | null }) {
  const { people, chosen } = props;
  const { compare } = new Intl.Collator("zh-Hans-u-kn-true");
  return (
    <>
      {[...people]
        .sort((a, b) => compare(a.name, b.name))
        .map((one) => (
          <option value={one.id} selected={one.id === chosen}>
            {labelOf(one, people)}
          </option>
        ))}
    </>
  );
}

/** The name with the team; where somebody else has the same name, with the phone's end too. */
function labelOf({ id, name, team, phone }: Choosable, people: readonly Choosable[]): string {
  const hasTwin = people.some((other) => other.name === name && other.id !== id);
  const end = hasTwin && phone ? `…${phone.slice(-4)}` : "";
  return [name, team, end].filter(Boolean).join(" · ");
}
