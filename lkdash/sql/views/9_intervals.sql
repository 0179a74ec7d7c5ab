-- 95 % intervals of a share k of n: Wilson's, and Newcombe's of the difference between two of them.
create macro wilson(k, n) as
    case when n > 0 then {
        'low': (k + 1.920729 - 1.959964 * sqrt(greatest(0, k * (n - k) / n + 0.9603647))) / (n + 3.841459),
        'high': (k + 1.920729 + 1.959964 * sqrt(greatest(0, k * (n - k) / n + 0.9603647))) / (n + 3.841459)
    } end;

create macro newcombe(k1, n1, k2, n2) as
    case when n1 > 0 and n2 > 0 then {
        'low': k1 / n1 - k2 / n2
            - sqrt((k1 / n1 - wilson(k1, n1).low) ** 2 + (wilson(k2, n2).high - k2 / n2) ** 2),
        'high': k1 / n1 - k2 / n2
            + sqrt((wilson(k1, n1).high - k1 / n1) ** 2 + (k2 / n2 - wilson(k2, n2).low) ** 2)
    } end;
