import './juesuan/juesuan-form.js';

const EMPTY = { overall: { kind: 'overall' }, project: { kind: 'project' } };

for (const form of document.querySelectorAll('juesuan-form')) {
  const name = form.dataset.form;
  const state = form.parentElement.querySelector('.state');
  const submit = form.parentElement.querySelector('button');
  const address = `./forms/${name}`;

  const errorsOf = ({ findings }) => findings.filter(({ severity }) => severity === 'error').length;
  const show = (saved) => {
    const { total, grade, complete } = form.evaluation;
    const errors = errorsOf(form.evaluation);
    const score = complete ? `总分 ${total}${grade ? `（${grade}）` : ''}` : `已填部分 ${total} 分`;
    state.textContent = `${score}，${errors ? `有 ${errors} 处错误` : '没有错误'}${saved ? '，已提交' : ''}`;
    submit.disabled = errors > 0;
  };

  form.addEventListener('validated', () => show(false));

  submit.addEventListener('click', async () => {
    submit.disabled = true;
    const answer = await fetch(address, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(form.value) });
    if (answer.ok) show(true);
    else state.textContent = '没有提交成功，请稍后再试';
    submit.disabled = false;
  });

  // What was submitted before is there again.
  fetch(address).then((answer) => answer.json()).then((value) => { form.value = value ?? EMPTY[name]; });
}
