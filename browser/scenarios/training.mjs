const MODEL = [
  'var random = random(1);',
  'var points = twoMoons(2000, 0.1, 3);',
  'var model = sequential(dense(2, 256, random), tanh(), dense(256, 256, random), tanh(), dense(256, 2, random));'
].join('\n');

const TRAINING = epochs =>
  `train(model, points).loss(crossEntropy()).optimizer(adam(1e-3)).batchSize(16).epochs(${epochs}).seed(1)\n` +
  '    .metric("accuracy", () -> accuracy(model, points)).run()';

/** A training is seen while it runs, can be stopped, and leaves its curves behind. */
export const training = {
  name: 'training',
  async run(student) {
    const notebook = await student.notebook();
    await notebook.run(MODEL);
    const running = await notebook.begin(TRAINING(60));
    await running.image().seen();
    const pictures = new Set();
    let bar = false;
    while (/\*/.test(await running.prompt.innerText())) {
      const source = decodeURIComponent(await running.image().node.getAttribute('src'));
      bar ||= /epoch \d+ of 60, [\d.]+ steps\/s/.test(source.replaceAll(/<[^>]*>/g, ''));
      pictures.add(source);
      await student.page.waitForTimeout(100);
    }
    await running.done();
    student.check('the curves grow while it runs', pictures.size >= 4, `${pictures.size} pictures`);
    student.check('a bar says how far it is, how fast, and how long still', bar);
    const last = decodeURIComponent(await running.image().node.getAttribute('src'));
    student.check('the last figure says nothing of time', !/steps\/s/.test(last));
    student.check('there is one figure', (await running.output.locator('img').count()) === 1);
    student.check('and the epochs as text', /epoch\s+steps\s+learning rate/.test(await running.text()), await running.text());
    await student.picture();

    const stopped = await notebook.begin(TRAINING(100000));
    await stopped.image().seen();
    await student.page.waitForTimeout(1500);
    const begin = Date.now();
    await notebook.press('notebook:interrupt-kernel');
    await stopped.done();
    student.check('it can be stopped', Date.now() - begin < 5000, `${Date.now() - begin} ms`);
    student.check('and says so', /Interrupted/.test(await stopped.text()), await stopped.text());
    const going = await notebook.run('accuracy(model, points)');
    student.check('the model is as the last step left it', /\b(0\.\d+|1\.0)/.test(await going.text()), await going.text());
    await student.picture('stopped');
  }
};
