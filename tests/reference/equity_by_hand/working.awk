# The second computation: columns of inputs.csv, one pass after another, nothing but sums. Run with
#   sort -t, -k<column of the value>,<same>n inputs.csv | awk -F, -f working.awk
# as README.md says for each layer. "what" chooses the layer.
function ln(x) { return log(x) }
what == "internet" && $4 != "" && $1 != "code" {
  n++; p[n] = $3; y[n] = $4; inc[n] = $5; P += $3; S += $3 * $4
  if ($4 < 100) { gap0 += $3; gap1 += $3 * (100 - $4) / 100; gap2 += $3 * ((100 - $4) / 100) ^ 2 }
}
what == "pao" && $6 != "" && $1 != "code" {
  n++; p[n] = $3; b[n] = $6; y[n] = $6 / $3; g[n] = $2; P += $3; B += $6; gp[$2] += $3; gb[$2] += $6
}
what == "smart" && $1 != "code" {
  n++; p[n] = $3; c[n] = $7; g[n] = $2; P += $3; C += $7; gp[$2] += $3; gc[$2] += $7
  if ($7 == 0) { none += $3; places++ }
}
END {
  if (what == "internet") {
    printf "people %.0f  mean %.6f  P0 %.6f  P1 %.6f  P2 %.6f\n", P, S / P, gap0 / P, gap1 / P, gap2 / P
    # Rows come sorted by value: a fifth of the people from each end, the province on the cut in part.
    fifth = P / 5
    for (i = 1; i <= n && left < fifth; i++) { t = p[i] < fifth - left ? p[i] : fifth - left; low += t * y[i]; left += t }
    for (i = n; i >= 1 && right < fifth; i--) { t = p[i] < fifth - right ? p[i] : fifth - right; high += t * y[i]; right += t }
    printf "bottom fifth %.6f  top fifth %.6f  ratio %.6f\n", low / fifth, high / fifth, high / low
    # Fractional rank by income: people poorer, and half of those as poor.
    for (i = 1; i <= n; i++) { rank[i] = 0; for (j = 1; j <= n; j++) { if (inc[j] < inc[i]) rank[i] += p[j]; if (inc[j] == inc[i]) rank[i] += p[j] / 2 } rank[i] /= P }
    for (i = 1; i <= n; i++) { cov += p[i] / P * (y[i] - S / P) * (rank[i] - 0.5); var += p[i] / P * (rank[i] - 0.5) ^ 2 }
    printf "covariance %.6f  variance of rank %.6f  slope %.6f  Erreygers %.6f\n", cov, var, cov / var, 8 * cov / 100
  }
  if (what == "pao") {
    m = B / P; printf "people %.0f  budget %.0f  mean %.6f\n", P, B, m
    # Rows come sorted by budget per person. Gini by trapezes under the Lorenz curve.
    for (i = 1; i <= n; i++) { x1 = x0 + p[i] / P; v1 = v0 + b[i] / B; area += (x1 - x0) * (v0 + v1) / 2; x0 = x1; v0 = v1 }
    for (i = 1; i <= n; i++) { T += b[i] / B * ln(y[i] / m); d = b[i] / B - p[i] / P; H += (d < 0 ? -d : d) / 2 }
    for (r in gp) {
      adds = gb[r] / B * ln(gb[r] / gp[r] / m); bet += adds
      printf "%s people %.0f budget %.0f mean %.4f points %.4f adds %.6f\n", r, gp[r], gb[r], gb[r] / gp[r], 100 * (gb[r] / B - gp[r] / P), adds
    }
    printf "Gini %.6f  Theil T %.6f  between regions %.6f  share %.6f  Hoover %.6f\n", 1 - 2 * area, T, bet, bet / T, H
  }
  if (what == "smart") {
    printf "people %.0f  cities %d  without any %d people in %d provinces  share %.6f\n", P, C, none, places, none / P
    for (i = 1; i <= n; i++) { d = c[i] / C - p[i] / P; if (d > 0) H += d }
    for (r in gp) printf "%s people %.0f cities %d per 100,000 %.6f points %.4f\n", r, gp[r], gc[r], 1e5 * gc[r] / gp[r], 100 * (gc[r] / C - gp[r] / P)
    # Rows come sorted by cities per person, most first: people until half of all cities is reached.
    for (i = 1; i <= n && h < C / 2; i++) { h += c[i]; q += p[i] }
    printf "to move %.6f  half stands where %.6f of the people live\n", H, q / P
  }
}
