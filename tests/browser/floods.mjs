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

