-- Arithmetic on figures: a figure is {value, status, bias}, and a result is as weak as its weakest part.
-- The type `status` is made from lkdash.contracts.Status, whose order these macros rest on.
create macro figure(v, s, b) as
    {'value': v::double, 'status': s::status, 'bias': case when v is not null then b end::varchar};

create macro no_figure() as figure(null, 'unavailable', null);

create macro opposite(b) as
    case b
        when 'probably_higher' then 'probably_lower'
        when 'probably_lower' then 'probably_higher'
        else b
    end;

create macro joint_bias(a, b) as
    case when a is null then b when b is null or a = b then a else 'unclear' end;

create macro plus(a, b) as
    figure(a.value + b.value, greatest(a.status, b.status), joint_bias(a.bias, b.bias));

create macro minus(a, b) as
    figure(a.value - b.value, greatest(a.status, b.status), joint_bias(a.bias, opposite(b.bias)));

create macro ratio(a, b) as
    figure(
        a.value / nullif(b.value, 0),
        case when b.value = 0 then 'unavailable' else greatest(a.status, b.status) end,
        joint_bias(a.bias, opposite(b.bias))
    );

-- Percentage points between two shares.
create macro points(a, b) as
    figure(100 * (a.value - b.value), greatest(a.status, b.status), joint_bias(a.bias, opposite(b.bias)));

-- The sum of many figures: missing where one of them is missing.
create macro total(figures) as
    list_reduce(list_transform(figures, lambda f: figure(f.value, f.status, f.bias)), lambda a, b: plus(a, b));
