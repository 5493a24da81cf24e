"""Writes volumes of every kind with nibabel, and beside each (and each real volume) what nibabel reads from it.

Arguments: the folder to fill, then volumes that are there already. An expectation NAME.txt has three lines: path, shape (volume, z, y, x) and
affine (float64, hexadecimal); NAME.f32 has the values in that order; NAME.ras.txt and NAME.ras.f32 the same of the closest canonical image.
"""
import os
import sys

import nibabel as nib
import numpy as np

folder = sys.argv[1]
random = np.random.default_rng(1)
turned = np.array([[-0.9, 0.2, 0.1, 12.5], [0.1, 1.4, -0.7, -3.25], [0.2, 0.6, 2.8, 40.0], [0, 0, 0, 1]])
quaternion = nib.quaternions.quat2mat([0.8, 0.3, -0.4, np.sqrt(1 - 0.64 - 0.25)])


def write(name, image):
    path = os.path.join(folder, name)
    nib.save(image, path)
    return path


def voxels(dtype, shape=(5, 4, 3)):
    if np.dtype(dtype).kind == "f":
        return (random.standard_normal(shape) * 1000).astype(dtype)
    info = np.iinfo(dtype)
    values = random.integers(info.min, info.max, shape, dtype=dtype, endpoint=True)
    values.flat[:2] = info.min, info.max
    return values


def numbered(kind, dtype, order, scaled):
    header = kind.header_class(endianness=order)
    header.set_data_dtype(dtype)
    image = kind(voxels(dtype[1:]), turned, header)
    if scaled:
        image.header.set_slope_inter(0.3, -17.7)
    return image


def set_fields(path, **fields):
    """Header fields that nibabel would not write itself."""
    kind = nib.Nifti1Header
    with open(path, "r+b") as file:
        header = kind.from_fileobj(file, check=False)
        for field, value in fields.items():
            header[field] = value
        file.seek(0)
        header.write_to(file)
    return path


def written():
    kinds = ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8"]
    for kind, second in ((nib.Nifti1Image, 1), (nib.Nifti2Image, 2)):
        for dtype in kinds:
            for order in "<>":
                image = numbered(kind, order + dtype, order, scaled=False)
                yield write(f"{dtype}-{'big' if order == '>' else 'little'}-{second}.nii", image)
    for dtype in kinds:
        path = write(f"{dtype}-scaled.nii", numbered(nib.Nifti1Image, "<" + dtype, "<", scaled=False))
        yield set_fields(path, scl_slope=0.3, scl_inter=-17.7)
    yield write("packed.nii.gz", numbered(nib.Nifti1Image, "<i2", "<", False))
    yield write("pair.hdr", nib.Nifti1Pair(voxels("i2"), turned))
    yield write("second-pair.img", nib.Nifti2Pair(voxels("f4"), turned))
    yield write("packed-pair.img.gz", nib.Nifti1Pair(voxels("f4"), turned))
    yield write("slope-zero.nii", nib.Nifti1Image(voxels("i2"), turned))
    yield set_fields(write("slope-none.nii", nib.Nifti1Image(voxels("i2"), turned)), scl_slope=0, scl_inter=9)
    for name, mirror in (("qform", 1), ("qform-mirrored", -1)):
        image = nib.Nifti1Image(voxels("i2"), None)
        affine = np.eye(4)
        affine[:3, :3] = quaternion @ np.diag([0.7, 1.5, mirror * 3.0])
        affine[:3, 3] = [-20.5, 33.25, 100]
        image.set_sform(None, 0)
        image.set_qform(affine, 1)
        yield write(name + ".nii", image)
    image = nib.Nifti1Image(voxels("i2"), turned)
    image.set_qform(affine, 1)
    image.set_sform(turned, 4)
    yield write("both.nii", image)
    image = nib.Nifti1Image(voxels("i2", (7, 6, 5, 4)), np.diag([2, 3, 4, 1]))
    image.set_sform(None, 0)
    image.set_qform(None, 0)
    image.header.set_zooms((2, 3, 4, 1.5))
    yield write("neither.nii", image)
    plane = nib.Nifti1Image(voxels("i2", (7, 6)), np.eye(4))
    plane.set_sform(None, 0)
    plane.set_qform(None, 0)
    plane.header.set_zooms((2, 3))
    yield write("plane.nii", plane)
    yield write("five-axes.nii", nib.Nifti1Image(voxels("f4", (5, 4, 3, 2, 3)), turned))
    for dtype in ("u1", "i2", "i4", "f4"):
        yield write(f"{dtype}.mgh", nib.MGHImage(voxels(dtype, (5, 4, 3, 2)), turned))
    yield write("packed.mgz", nib.MGHImage(voxels("i2"), turned))


def expect(name, path, image):
    values = np.asanyarray(image.get_fdata(dtype=np.float64))
    while values.ndim < 3:
        values = values[..., np.newaxis]
    values = values.reshape(values.shape[:3] + (-1,), order="F")
    values.astype(np.float32).ravel(order="F").tofile(os.path.join(folder, name + ".f32"))
    with open(os.path.join(folder, name + ".txt"), "w") as text:
        print(path, file=text)
        print(*values.shape[::-1], file=text)
        print(*(float(number).hex() for number in image.affine.ravel()), file=text)


for path in [*written(), *sys.argv[2:]]:
    name = os.path.basename(path)
    image = nib.load(path)
    expect(name, path, image)
    if image.ndim >= 3:
        expect(name + ".ras", path, nib.as_closest_canonical(image))
