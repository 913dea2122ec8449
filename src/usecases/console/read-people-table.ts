/** A table of people, as it comes out of a spreadsheet: by CSV, or by copying its cells. */

/** A field of a sender, and the titles under which tables have it. */
const titles = {
  name: ["name", "姓名", "名字", "名称", "员工", "員工", "姓 名"],
  externalId: ["externalid", "id", "工号", "工號", "编号", "編號", "员工号", "employee id"],
  team: ["team", "团队", "團隊", "组", "組", "部门", "部門", "门店", "門市", "store", "department"],
  title: ["title", "职务", "職務", "职位", "職位", "岗位", "position", "job title"],
  phone: ["phone", "电话", "電話", "手机", "手機", "手机号", "mobile", "tel"],
  signature: ["signature", "签名", "簽名"],
} as const;

type Field = keyof typeof titles;
const fields = Object.keys(titles) as Field[];
/** What the columns are where no row names them. */
const usual: readonly Field[] = ["name", "team", "title", "phone", "externalId"];

/** A row as it stands in the table, and the fields that it gives. */
export type TableRow = { line: number; fields: Partial<Record<Field, string>> };

/** What a table gives: its rows, and the names of columns that are no field of a person and are left out. */
export type PeopleTable = { rows: TableRow[]; unknown: string[] };

/** The rows of a table; a first row that names columns is none. */
export function readPeopleTable(text: string): PeopleTable {
  const rows = cellsOf(text.replace(/^\uFEFF/, ""));
  const [first = []] = rows;
  const named = first.map((cell) => fieldOf(cell));
  const hasHead = named.includes("name");
  const columns = hasHead ? named : usual;
  const people = rows
    .map((cells, index) => ({
      line: index + 1,
      fields: Object.fromEntries(
        cells.flatMap((cell, at) => {
          const field = columns[at];
          const value = cell.trim();
          return field && value !== "" ? [[field, value]] : [];
        }),
      ),
    }))
    .slice(hasHead ? 1 : 0)
    .filter(({ fields: given }) => Object.keys(given).length > 0);
  const titled = hasHead ? first.map((cell) => cell.trim()) : [];
  return { rows: people, unknown: titled.filter((title, at) => title !== "" && !named[at]) };
}

function fieldOf(cell: string): Field | undefined {
  const name = cell.trim().toLowerCase();
  return fields.find((field) => titles[field].some((title) => title === name));
}

/** RFC 4180, with tabs, semicolons or Chinese commas in place of commas where the first line has those. */
function cellsOf(text: string): string[][] {
  const [firstLine = ""] = text.split(/\r?\n/, 1);
  const mark = ["\t", ",", "，", ";", "；"].find((each) => firstLine.includes(each)) ?? ",";
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (char === '"' && cell === "") isQuoted = true;
    else if (char === mark) endCell();
    else if (char === "\n") endRow();
    else if (char !== "\r") cell += char;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}
