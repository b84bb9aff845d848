/** A line chart under a cell. */
export const chart = {
  name: 'chart',
  async run(student) {
    const notebook = await student.notebook();
    const cell = await notebook.run(
      [
        'var curve = chart("training", "test").title("Loss").x("epoch").y("nats");',
        'for (int i = 1; i <= 20; i++) curve.add(i, 2.0 / i, 0.3 + 1.8 / i);',
        'curve'
      ].join('\n')
    );
    const seen = await cell.image().seen();
    student.check('the chart is an SVG image', seen.source === 'data:image/svg+xml', seen.source);
    student.check('the chart has a size', seen.width > 200 && seen.height > 100, `${seen.width} x ${seen.height}`);
    student.check('the chart fits the page', seen.width <= seen.room, `${seen.width} of ${seen.room} px`);

    const grid = await notebook.run(
      'imageGrid(2, 2).title("Four pixels").images(Tensor.uniform(Shape.of(3, 4), 0.5, random(1)), "a", "b", "c")'
    );
    const pictures = await grid.image().seen();
    student.check('a grid of images has a size', pictures.width > 50, `${pictures.width} x ${pictures.height}`);
    await student.picture();
  }
};
