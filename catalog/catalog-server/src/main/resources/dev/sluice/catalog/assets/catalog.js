'use strict';
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const charts = new Map();

  const draw = (element) => {
    const data = JSON.parse(element.dataset.chart);
    element.textContent = '';
    charts.delete(element);
    if (data.series.length === 0) {
      const none = document.createElement('p');
      none.className = 'chart-none';
      none.textContent = 'No latency was captured in these windows.';
      element.append(none);
      return;
    }
    const axis = { stroke: css('--muted'), font: '11px system-ui', grid: { stroke: css('--line'), width: 1 }, ticks: { show: false } };
    const span = data.x[data.x.length - 1] - data.x[0];
    const clock = new Intl.DateTimeFormat('en', span > 2 * 86400
      ? { timeZone: 'UTC', month: 'short', day: '2-digit' }
      : { timeZone: 'UTC', hour12: false, hour: '2-digit', minute: '2-digit', ...(span < 1800 ? { second: '2-digit' } : {}) });
    const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
    const chart = new uPlot({
      width: element.clientWidth,
      height: 210,
      tzDate: (ts) => uPlot.tzDate(new Date(ts * 1000), 'Etc/UTC'),
      legend: { live: false },
      cursor: { points: { size: 7 } },
      scales: { y: { range: (u, min, max) => [0, max * 1.15 || 1] } },
      axes: [{ ...axis, space: 80, values: (u, ticks) => ticks.map((t) => clock.format(new Date(t * 1000))) }, { ...axis, size: 58, values: (u, ticks) => ticks.map((t) => `${number.format(t)} ${element.dataset.unit}`) }],
      series: [{}].concat(data.series.map((s, i) => ({
        label: s.label, stroke: css(`--s${(i % 6) + 1}`), width: 2, spanGaps: true,
        points: { show: data.x.length < 60, size: 5, fill: css('--card') },
      }))),
    }, [data.x].concat(data.series.map((s) => s.values)), element);
    charts.set(element, chart);
  };

  const drawAll = () => document.querySelectorAll('[data-chart]').forEach(draw);

  addEventListener('DOMContentLoaded', drawAll);
  document.addEventListener('htmx:afterSettle', drawAll);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  addEventListener('resize', () => charts.forEach((chart, e) => chart.setSize({ width: e.clientWidth, height: 210 })));
  document.addEventListener('keydown', (event) => {
    const search = document.getElementById('search');
    if (event.key === '/' && search && !/^(input|textarea|select)$/i.test(document.activeElement.tagName)) {
      event.preventDefault();
      search.focus();
    }
  });
})();
