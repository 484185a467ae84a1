// What a screen reader has to say of a part of the page: the browser's own tree of it, a line each, indented.

/** Nodes that say nothing of their own; what is in them counts. */
const SILENT = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'RootWebArea', 'Pre', 'presentation', 'LabelText', 'paragraph', 'sectionheader', 'sectionfooter', 'rowgroup', 'ListMarker']);
/** What is heard by its name and its value; what is in it says the same once more. */
const WHOLE = new Set(['button', 'textbox', 'combobox', 'searchbox', 'checkbox', 'image', 'img', 'option', 'heading', 'columnheader']);
/** Named by what is in them. */
const FROM_CONTENT = new Set(['cell', 'gridcell', 'row', 'rowheader', 'listitem']);
/** How Chromium calls a field for files in which none was chosen. */
const NO_FILE = /^No file chosen$|^未选择任何文件$/;
/** What is said besides name and value, and how: as it is, or only where it is true. */
const STATES = ['invalid', 'expanded', 'pressed', 'checked', 'selected', 'disabled', 'readonly', 'required', 'level', 'live', 'keyshortcuts'];
const SAID_WHERE_FALSE = new Set(['expanded', 'pressed', 'checked']);

const said = (text) => text.replace(/\s+/g, ' ').trim();
/** What is another one on another day. */
const steady = (text) => text
  .replace(/\d{4}-\d{2}-\d{2}/g, 'yyyy-mm-dd').replace(/\b\d{1,2}:\d{2}(:\d{2})?\b/g, 'hh:mm')
  // Saved already, or in a moment.
  .replace('尚未保存', '已自动保存 hh:mm')
  .replace(/版本 \S+/g, '版本 …').replace(/校验码.*/g, '校验码 …');

/** The lines of what `selector` names, in `page` of today's Chromium. */
export async function heard(page, selector) {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { node } = await session.send('DOM.describeNode', { nodeId });
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((one) => [one.nodeId, one]));
    const start = nodes.find((one) => one.backendDOMNodeId === node.backendNodeId);
    const lines = [];
    const texts = (one) => [said(one.role?.value === 'StaticText' ? String(one.name?.value ?? '') : ''), ...(one.childIds ?? []).flatMap((id) => (byId.has(id) ? texts(byId.get(id)) : []))].filter(Boolean);
    /** What is in a node and says something itself, beside plain text. */
    const spoken = (one) => (one.childIds ?? []).map((id) => byId.get(id)).filter(Boolean)
      .flatMap((child) => (child.ignored || SILENT.has(child.role?.value) ? spoken(child) : [child]))
      .filter((child) => child.role?.value !== 'StaticText');
    const walk = (one, depth, around) => {
      const role = one.role?.value ?? '';
      const name = said(String(one.name?.value ?? ''));
      // A text is heard once: as the name of what it stands in, or by itself.
      const silent = one.ignored || SILENT.has(role) || (role === 'StaticText' && (name === '' || around.includes(name)));
      if (!silent) lines.push(steady(`${'  '.repeat(depth)}${line(one, role, name, spoken(one))}`));
      // What a label says is the name of its field.
      const label = role === 'LabelText' ? texts(one).join(' ') : '';
      const inside = label || (silent || (FROM_CONTENT.has(role) && spoken(one).length > 0) ? around : name);
      if (!silent && WHOLE.has(role)) return;
      for (const id of one.childIds ?? []) {
        const child = byId.get(id);
        if (child) walk(child, silent ? depth : depth + 1, role === 'StaticText' ? around : inside);
      }
    };
    walk(start, 0, '');
    return `${lines.join('\n')}\n`;
  } finally {
    await session.detach();
  }
}

function line(one, role, name, inner) {
  const parts = [role === 'StaticText' ? 'text' : role];
  const named = name !== '' && !(FROM_CONTENT.has(role) && inner.length > 0);
  if (named) parts.push(JSON.stringify(name));
  const value = one.value === undefined ? '' : said(String(one.value.value));
  if (value !== '' && value !== name && !NO_FILE.test(value)) parts.push(`= ${value}`);
  const description = said(String(one.description?.value ?? ''));
  if (description !== '' && description !== name) parts.push(`(${description})`);
  for (const { name: state, value: { value: is } } of one.properties ?? []) {
    if (!STATES.includes(state) || (state === 'level' && role !== 'heading')) continue;
    const off = is === false || is === 'false' || is === '' || is === 'off';
    if (off && !SAID_WHERE_FALSE.has(state)) continue;
    parts.push(is === true || is === 'true' ? state : off ? `not ${state}` : `${state} ${is}`);
  }
  return parts.join(' ');
}
