// Articles of invented floods as JSON Lines, five dated sentences each.
export const articles = (entries) => {
  const lines = [];
  const start = Date.UTC(1980, 0, 1);
  for (let i = 0; i * 5 < entries; ++i) {
    const day = new Date(start + (i % 16000) * 86400000).toISOString().slice(0, 10);
    const sentences = [];
    for (let k = 0; k < 5; ++k) {
      const n = i * 5 + k;
      sentences.push(`At least ${(n % 900) + 1} people were killed when river ${n} burst its banks near town ${n % 997} on ${day}, the ministry said.`);
    }
    lines.push(JSON.stringify({id: "a" + i, published: day, publisher: "Gazette " + (i % 40), title: "Flood " + i, text: sentences.join(" ")}));
  }
  return lines.join("\n") + "\n";
};


// One flood that is told every day, each time with a number that has grown: a long register.
export const telling = (reports) => {
  const lines = [];
  const start = Date.UTC(2020, 0, 1);
  for (let i = 0; i < reports; ++i) {
    const day = new Date(start + i * 86400000).toISOString().slice(0, 10);
    const text = `At least ${i + 11} people have been killed in the flood in Marden, the ministry said on ${day}.`;
    lines.push(JSON.stringify({id: "t" + i, published: day, publisher: "Gazette " + (i % 40), title: "Flood in Marden", text}));
  }
  return lines.join("\n") + "\n";
};
